package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The method over the events of one process. Input: events, and who follows which authors. Output:
 * candidate groups with what each was judged by, and every account's score. Cost: some 100 bytes an
 * event, and seconds a million.
 */
final class Detector {
  private final Events events;
  private final Follows follows;
  private final CoordinationMethod method;
  private final Margins margins;
  private final Background background;

  /**
   * @param events all of members and on hits, at least
   * @param margins sums over the whole crawl
   * @param background of the whole crawl
   */
  Detector(
      Events events,
      Follows follows,
      Margins margins,
      Background background,
      CoordinationMethod method) {
    this.events = events;
    this.follows = follows;
    this.margins = margins;
    this.background = background;
    this.method = method;
  }

  static Detection detect(Events events, Follows follows, CoordinationMethod method) {
    Edges pairs = pairs(events, method);
    Margins margins = Margins.of(events, niches(events, pairs, method));
    Background background = Background.of(events);
    PodSearch.FoundPods pods = PodSearch.in(events, margins, method);
    List<FarmRefinement.Refined> farms = FarmSearch.in(events, margins, pairs, pods.pods(), method);
    return new Detector(events, follows, margins, background, method)
        .judged(pods, farms, SharedByChance.of(events, margins));
  }

  /** Pairs of posts that share more actors than everybody's activity explains. */
  private static Edges pairs(Events events, CoordinationMethod method) {
    Margins plain = Margins.of(events, Niches.none(events.authors()));
    return PostOverlap.shared(events, plain, e -> true, method.posts()).edges();
  }

  /** The niches of some events. */
  static Niches niches(Events events, CoordinationMethod method) {
    return niches(events, pairs(events, method), method);
  }

  private static Niches niches(Events events, Edges pairs, CoordinationMethod method) {
    Margins plain = Margins.of(events, Niches.none(events.authors()));
    return Niches.find(events, method.niches(), suspects(events, plain, pairs, method));
  }

  /**
   * Whoever visits cores of such posts is suspect of making a niche of them.
   *
   * @param events all on these posts
   * @param plain sums over the whole crawl, without niches
   */
  static BitSet suspects(Events events, Margins plain, Edges pairs, CoordinationMethod method) {
    BitSet suspects = new BitSet(events.accounts());
    Edges posts = Triangles.supported(pairs, method.posts().triangles(), 2);
    for (int[] visitors : FarmSearch.ofCores(posts, events, plain, method)) {
      Arrays.stream(visitors).forEach(suspects::set);
    }
    return suspects;
  }

  /** Candidates with what they are judged by. */
  Detection judged(
      PodSearch.FoundPods pods, List<FarmRefinement.Refined> farms, SharedByChance byChance) {
    List<CoordinatedGroup> groups = new ArrayList<>();
    for (int[] pod : pods.pods()) {
      groups.add(pod(pod, pods.refinement()));
    }
    for (FarmRefinement.Refined farm : farms) {
      groups.add(farm(farm));
    }
    return new Detection(
        groups,
        pods.mutual(),
        Scores.of(events, margins, pods.mutual(), groups),
        margins.niches(),
        background,
        margins,
        pods.improbable(),
        byChance);
  }

  private CoordinatedGroup pod(int[] members, PodRefinement refinement) {
    PodStanding[] standings = refinement.standings(members);
    GroupSigns signs = GroupSigns.ofPod(events, standings, background, method.signs());
    return new CoordinatedGroup(
        GroupKind.POD,
        members,
        members,
        List.of(),
        List.of(standings),
        List.of(),
        GroupShape.ofPod(events, members),
        signs,
        Hub.NONE,
        Everybody.doesAsPod(events, margins, members) ? Verdict.EVERYBODY : verdict(signs));
  }

  private CoordinatedGroup farm(FarmRefinement.Refined farm) {
    int[] members = farm.members();
    List<Hit> hits = farm.hits();
    GroupSigns signs = GroupSigns.ofFarm(events, members, hits, background, method.signs());
    HubCheck hubs = new HubCheck(events, follows, method.hub());
    Hub hub = hubs.of(members, hits);
    return new CoordinatedGroup(
        GroupKind.FARM,
        members,
        Sets.of(hits.stream().mapToInt(Hit::author).toArray()),
        hits,
        List.of(),
        List.of(farm.workers()),
        GroupShape.ofFarm(events, members, hits),
        signs,
        hub,
        Everybody.doesAsFarm(margins, members, hits)
            ? Verdict.EVERYBODY
            : verdictOfFarm(signs, hub, hubs.canTell(members, hits)));
  }

  private Verdict verdictOfFarm(GroupSigns signs, Hub hub, boolean hubsAreTold) {
    if (!hubsAreTold) {
      return Verdict.UNTIMED;
    }
    if (hub.explains(method.hub())) {
      return Verdict.HUB;
    }
    boolean guests = Boolean.FALSE.equals(signs.stock().rulesOutGuests(method.signs()));
    return guests && signs.isLikely(method.signs()) ? Verdict.GUESTS : verdict(signs);
  }

  private Verdict verdict(GroupSigns signs) {
    return signs.isLikely(method.signs()) ? Verdict.ACCEPTED : Verdict.UNLIKELY;
  }
}

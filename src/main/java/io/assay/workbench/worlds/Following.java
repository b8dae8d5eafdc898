package io.assay.workbench.worlds;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whom an account follows, as far as the crawl's sample of the follower graph holds it, and since
 * when.
 */
final class Following implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Share of a bought follower's, clique member's or pod member's edges that the crawl holds. */
  private static final double SEEN_SHARE = 0.7;

  /** Pod members follow each other less than friends do: the group chat is enough. */
  private static final double POD_SHARE = 0.4;

  private static final double SHOWN_FOLLOWED = 0.15;
  private static final Span MASS_EDGES = new Span(25, 135);

  /** Nobody has more edges of his own accord, relative to the mean. */
  private static final double MOST_EDGES = 12;

  /** Who wants to be noticed follows more. */
  private static final double NETWORKERS_EDGES = 5;

  private static final int THROWAWAY_EDGES = 4;

  private final Society society;

  Following(Society society) {
    this.society = society;
  }

  /** Second since which each creator is followed, in an order that does not change. */
  Map<Integer, Long> of(Person person) {
    Map<Integer, Long> since = new LinkedHashMap<>();
    Rng rng = Rng.of(society.seed(), "follows", person.index());
    byRole(person, rng, since);
    int count = rng.count(society.world().activity.followsPerAccount() * keenness(person));
    int[] favourites = society.organic().favourites(person);
    for (int i = 0; i < count; i++) {
      int creator = i < favourites.length ? favourites[i] : society.organic().met(person, rng);
      since.putIfAbsent(creator, someday(person, rng));
    }
    since.remove(person.index());
    since.keySet().removeIf(creator -> since.get(creator) >= society.seen(creator));
    return since;
  }

  /** Edges relative to the mean; automatic ones come on top. */
  private static double keenness(Person person) {
    if (person.look() == Person.Look.THROWAWAY) {
      return 0.1;
    }
    double usual = Math.min(MOST_EDGES, 0.3 + 0.7 * person.activity());
    return person.role() == PlayedRole.NETWORKER ? NETWORKERS_EDGES * usual : usual;
  }

  private void byRole(Person person, Rng rng, Map<Integer, Long> since) {
    Cast cast = society.cast();
    int group = person.group();
    switch (person.role()) {
      case FAN -> since.put(cast.fanClubs().get(group).idol(), someday(person, rng));
      case EMPLOYEE -> since.put(cast.staffs().get(group).brand(), someday(person, rng));
      case SHOUT_OUT_AUDIENCE -> shown(cast.shoutOuts().get(group), person, rng, since);
      case POD_MEMBER -> team(cast.pods().get(group).members(), POD_SHARE, person, rng, since);
      case CLIQUE_MEMBER ->
          team(cast.cliques().get(group).members(), SEEN_SHARE, person, rng, since);
      case BOUGHT_FOLLOWER -> sold(cast.sales().get(group), rng, since);
      case FARM_WORKER -> strangers(THROWAWAY_EDGES, person, rng, since);
      case MASS_FOLLOWER, FOLLOW_UNFOLLOW ->
          strangers((int) MASS_EDGES.linear(rng.uniform()), person, rng, since);
      default -> {
        // Whom others follow is nobody's plan.
      }
    }
  }

  private void team(Team team, double share, Person person, Rng rng, Map<Integer, Long> since) {
    for (int i = 0; i < team.size(); i++) {
      if (rng.chance(share)) {
        since.put(team.member(i), someday(person, rng));
      }
    }
  }

  /** The curator, and now and then whom the curator showed. */
  private void shown(
      Gathering.ShoutOut shoutOut, Person person, Rng rng, Map<Integer, Long> since) {
    since.put(shoutOut.curator(), someday(person, rng));
    Timeline timeline = society.timeline();
    for (int k = 0; k < timeline.count(shoutOut.curator()); k++) {
      int target = shoutOut.mentioned(k);
      if (target >= 0 && rng.chance(SHOWN_FOLLOWED * shoutOut.response())) {
        long mention = timeline.posted(timeline.post(shoutOut.curator(), k));
        since.putIfAbsent(target, mention + (long) rng.exponential(2 * 3_600) + 1);
      }
    }
  }

  /** Delivered when the customer's followers rise. */
  private void sold(Sale sale, Rng rng, Map<Integer, Long> since) {
    for (int i = 0; i < sale.customers().size(); i++) {
      int customer = sale.customers().member(i);
      Purchase purchase = society.followers().purchase(society.person(customer));
      double day = purchase.startDay() + purchase.days() * rng.uniform();
      if (rng.chance(SEEN_SHARE)) {
        since.put(customer, society.start() + (long) (day * People.DAY));
      }
    }
  }

  /** Anybody, by software, within the world's days. */
  private void strangers(int edges, Person person, Rng rng, Map<Integer, Long> since) {
    int creators = society.cast().layout().creators();
    long days = society.crawlDay() - society.start();
    for (int i = 0; i < edges; i++) {
      long second = society.start() + (long) (days * rng.uniform());
      since.putIfAbsent(rng.below(creators), Math.max(second, person.created()));
    }
  }

  /** Between the account's beginning and its last sighting. */
  private static long someday(Person person, Rng rng) {
    return person.created() + 1 + (long) ((person.seen() - person.created() - 1) * rng.uniform());
  }
}

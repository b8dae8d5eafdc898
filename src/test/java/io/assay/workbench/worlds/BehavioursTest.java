package io.assay.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.workbench.worlds.Engagement.Tone;
import io.assay.workbench.worlds.Gathering.Crowd;
import io.assay.workbench.worlds.Gathering.FanClub;
import io.assay.workbench.worlds.Gathering.ShoutOut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What each kind of account does, in worlds where nobody does anything else. */
class BehavioursTest {
  private static final String SILENT = "activity: {engagements_per_account: 0}";
  private static final String ONE_POD =
      "pods: {share: 0.02, size: [8, 8], participation: [0.6, 0.6], camouflage: [0, 0],"
          + " delay_seconds: [60, 60]}";
  private static final String ONE_FARM =
      "farms: {share: 0.025, size: [10, 10], customers: [2, 2], victims: [1, 1], posts_hit: [4, 4],"
          + " participation: [0.9, 0.9], burst_seconds: [600, 600], camouflage: [0, 0]}";

  private static long delay(Society society, Engagement done) {
    return done.second() - society.timeline().posted(done.post());
  }

  private static int author(Society society, Engagement done) {
    return society.timeline().author(done.post());
  }

  private static double median(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).sorted().toArray()[values.size() / 2];
  }

  @Test
  void membersOfAPodEngageOnlyEachOtherAndSoon() {
    Society society = Worlds.society(1, SILENT, ONE_POD);
    List<Integer> members = Worlds.all(society, PlayedRole.POD_MEMBER);
    assertThat(members).hasSize(8);
    List<Long> delays = new ArrayList<>();
    int possible = 0;
    for (int member : members) {
      possible +=
          members.stream().filter(m -> m != member).mapToInt(society.timeline()::count).sum();
      for (Engagement done : Worlds.engagements(society, member)) {
        assertThat(members).contains(author(society, done)).isNotEmpty();
        assertThat(author(society, done)).isNotEqualTo(member);
        assertThat(done.planted()).isTrue();
        delays.add(delay(society, done));
      }
    }
    assertThat(delays.size() / (double) possible).isBetween(0.5, 0.7);
    assertThat(median(delays)).isBetween(45.0, 80.0);
    assertThat(delays).allSatisfy(d -> assertThat(d).isBetween(1L, 3_600L));
  }

  @Test
  void camouflageIsAMultipleOfWhatItHides() {
    Society bare = Worlds.society(1, SILENT, ONE_POD);
    Society hidden = Worlds.society(1, SILENT, ONE_POD, "pods: {camouflage: [3, 3]}");
    int member = Worlds.all(bare, PlayedRole.POD_MEMBER).get(0);
    int planted = Worlds.engagements(bare, member).size();
    List<Engagement> all = Worlds.engagements(hidden, member);
    Truth truth = Truth.of(hidden.person(member), hidden);
    // A post that is drawn twice is engaged once, and one at the end may come too late.
    assertThat(all.size()).isBetween(planted + planted, 4 * planted);
    assertThat(truth.camouflage()).isEqualTo((all.size() - planted) / (double) planted);
    assertThat(Truth.of(bare.person(member), bare).camouflage()).isZero();
  }

  @Test
  void aFarmHitsTheNewestPostsOfItsTargetsInBursts() {
    Society society = Worlds.society(2, SILENT, ONE_FARM);
    Farm farm = society.cast().farms().get(0);
    Set<Integer> targets = new HashSet<>();
    for (int i = 0; i < 2; i++) {
      int customer = farm.customers().member(i);
      int newest = society.timeline().count(customer);
      for (int k = newest - 4; k < newest; k++) {
        targets.add(society.timeline().post(customer, k));
      }
    }
    int victim = farm.victims().first();
    int newest = society.timeline().count(victim);
    targets.add(society.timeline().post(victim, newest - 1));
    targets.add(society.timeline().post(victim, newest - 2));
    Map<Integer, List<Long>> hits = new TreeMap<>();
    for (int worker : Worlds.all(society, PlayedRole.FARM_WORKER)) {
      for (Engagement done : Worlds.engagements(society, worker)) {
        hits.computeIfAbsent(done.post(), p -> new ArrayList<>()).add(done.second());
        assertThat(done.tone()).isIn(Tone.GENERIC, Tone.COPIED);
      }
    }
    assertThat(targets).containsAll(hits.keySet());
    assertThat(hits.size()).isGreaterThanOrEqualTo(9);
    hits.values()
        .forEach(
            times ->
                assertThat(times.stream().mapToLong(t -> t).max().orElseThrow())
                    .isLessThanOrEqualTo(
                        times.stream().mapToLong(t -> t).min().orElseThrow() + 600));
  }

  @Test
  void aVictimIsGenuineAndACustomerIsNot() {
    Society society = Worlds.society(2, SILENT, ONE_FARM);
    Farm farm = society.cast().farms().get(0);
    Truth victim = Truth.of(society.person(farm.victims().first()), society);
    Truth customer = Truth.of(society.person(farm.customers().first()), society);
    Truth worker = Truth.of(society.person(farm.workers().first()), society);
    assertThat(List.of(victim.role().label, victim.role().part, victim.group()))
        .containsExactly("genuine", "victim", "farm-0");
    assertThat(List.of(customer.role().label, customer.role().part, customer.group()))
        .containsExactly("fake_engagement", "customer", "farm-0");
    assertThat(List.of(worker.role().label, worker.role().part, worker.group()))
        .containsExactly("bot", "member", "farm-0");
    assertThat(victim.strength()).isNull();
    assertThat(worker.strength()).isEqualTo(0.9);
  }

  @Test
  void fansVisitOneIdol() {
    Society society =
        Worlds.society(
            3,
            SILENT,
            "look_alikes: {fans: 0.05, fan_club_size: [20, 20], fan_participation: [0.5, 0.5]}");
    FanClub club = society.cast().fanClubs().get(0);
    int visits = 0;
    for (int fan : Worlds.all(society, PlayedRole.FAN)) {
      for (Engagement done : Worlds.engagements(society, fan)) {
        assertThat(author(society, done)).isEqualTo(club.idol());
        assertThat(done.planted()).isFalse();
        visits++;
      }
    }
    assertThat(visits / 20.0 / society.timeline().count(club.idol())).isBetween(0.35, 0.6);
  }

  @Test
  void networkersVisitStrangersAsOftenAsTheWorldSays() {
    Society society =
        Worlds.society(3, SILENT, "look_alikes: {networkers: 0.02, networker_actions: [200, 200]}");
    List<Integer> networkers = Worlds.all(society, PlayedRole.NETWORKER);
    assertThat(networkers).hasSize(8);
    for (int networker : networkers) {
      List<Engagement> visits = Worlds.engagements(society, networker);
      // Those who are drawn twice are visited once, and the last posts may be too young.
      assertThat(visits.size()).isBetween(100, 200);
      assertThat(visits).noneMatch(Engagement::planted);
      assertThat(visits).noneMatch(done -> author(society, done) == networker);
    }
  }

  @Test
  void aCuratorsFollowersComeToWhomTheCuratorShows() {
    Society society =
        Worlds.society(
            4,
            SILENT,
            "look_alikes: {shout_out_audience: 0.25, shout_out_size: [100, 100],"
                + " shout_out_response: [0.5, 0.5], shout_out_targets: [3, 3]}");
    ShoutOut shoutOut = society.cast().shoutOuts().get(0);
    Set<Integer> shown = new HashSet<>();
    for (int k = 0; k < society.timeline().count(shoutOut.curator()); k++) {
      shown.add(ShoutOutVisits.shown(shoutOut, k, society.timeline()));
    }
    Map<Integer, Long> visits =
        Worlds.all(society, PlayedRole.SHOUT_OUT_AUDIENCE).stream()
            .flatMap(i -> Worlds.engagements(society, i).stream())
            .filter(e -> author(society, e) != shoutOut.curator())
            .collect(Collectors.groupingBy(Engagement::post, Collectors.counting()));
    assertThat(shown).containsAll(visits.keySet());
    assertThat(visits).isNotEmpty();
    visits.values().forEach(n -> assertThat(n).isBetween(30L, 100L));
  }

  @Test
  void everybodyMayComeToAGiveawayAndHuntersComeToMore() {
    Society society =
        Worlds.society(
            5,
            SILENT,
            "look_alikes: {giveaways: 0.05, crowd: [0.05, 0.05], giveaway_hunters: 0.1}");
    assertThat(society.cast().crowds()).hasSize(20);
    Set<Integer> posts =
        society.cast().crowds().stream()
            .map((Crowd c) -> c.post(society.timeline()))
            .collect(Collectors.toSet());
    double hunters = visits(society, PlayedRole.GIVEAWAY_HUNTER, posts);
    double others = visits(society, PlayedRole.ORDINARY, posts);
    // 20 giveaways: .05 of all come, of hunters .12 more.
    assertThat(others).isBetween(0.5, 1.5);
    assertThat(hunters).isBetween(2.3, 4.5);
  }

  private static double visits(Society society, PlayedRole role, Set<Integer> posts) {
    List<Integer> accounts = Worlds.all(society, role);
    int visits = 0;
    for (int index : accounts) {
      List<Engagement> done = Worlds.engagements(society, index);
      assertThat(posts).containsAll(done.stream().map(Engagement::post).toList());
      visits += done.size();
    }
    return visits / (double) accounts.size();
  }

  @Test
  void friendsEngageEachOtherUnevenly() {
    Society society =
        Worlds.society(
            6,
            SILENT,
            "look_alikes: {cliques: 0.02, clique_size: [8, 8], clique_ties: [0.4, 0.4]}");
    List<Integer> friends = Worlds.all(society, PlayedRole.CLIQUE_MEMBER);
    List<Double> shares = new ArrayList<>();
    for (int friend : friends) {
      Map<Integer, Long> byAuthor =
          Worlds.engagements(society, friend).stream()
              .collect(Collectors.groupingBy(e -> author(society, e), Collectors.counting()));
      assertThat(friends).containsAll(byAuthor.keySet());
      for (int other : friends) {
        if (other != friend) {
          double count = society.timeline().count(other);
          shares.add(byAuthor.getOrDefault(other, 0L) / count);
        }
      }
    }
    double mean = shares.stream().mapToDouble(s -> s).average().orElseThrow();
    double spread =
        Math.sqrt(shares.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum() / shares.size());
    assertThat(mean).isBetween(0.3, 0.5);
    assertThat(spread).isGreaterThan(0.2);
  }

  @Test
  void timersTickAndTemplatesRepeat() {
    Society society =
        Worlds.society(
            7,
            SILENT,
            "bots: {regular_intervals: 0.005, comment_templates: 0.005, actions: [100, 100],"
                + " templates: [3, 3]}");
    int timer = Worlds.all(society, PlayedRole.REGULAR_INTERVAL).get(0);
    long[] times =
        Worlds.engagements(society, timer).stream().mapToLong(Engagement::second).toArray();
    long interval = (society.crawlDay() - society.start()) / 101;
    assertThat(times.length).isGreaterThan(60);
    List<Long> off =
        Arrays.stream(times).mapToObj(t -> Math.floorMod(t - times[0] + 2, interval)).toList();
    assertThat(off).allSatisfy(o -> assertThat(o).isBetween(0L, 4L));
    Person advertiser = society.person(Worlds.all(society, PlayedRole.COMMENT_TEMPLATE).get(0));
    Set<String> texts =
        Worlds.engagements(society, advertiser.index()).stream()
            .filter(Engagement::comment)
            .map(e -> WrittenTexts.comment(e, advertiser, society))
            .collect(Collectors.toSet());
    assertThat(texts).hasSize(3).isSubsetOf(Remarks.TEMPLATES);
  }

  @Test
  void ordinaryPeopleDoAsMuchAsTheWorldSaysAndSleepAtNight() {
    Society society = Worlds.society(8, "activity: {engagements_per_account: 20}");
    long[] byHour = new long[24];
    long all = 0;
    for (int i = 0; i < 400; i++) {
      Person person = society.person(i);
      for (Engagement done : Worlds.engagements(society, i)) {
        byHour[(int) (Math.floorMod(done.second() / 3_600 + person.utcOffset(), 24L))]++;
        all++;
      }
    }
    // Fewer than drawn, since a post is engaged once.
    assertThat(all / 400.0).isBetween(12.0, 22.0);
    long night = byHour[1] + byHour[2] + byHour[3] + byHour[4];
    long evening = byHour[17] + byHour[18] + byHour[19] + byHour[20];
    assertThat(night * 5).isLessThan(evening);
  }
}

package io.assay.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Followers, followings and counters. */
class AudiencesTest {

  private static long[] followers(Society society, int index) {
    Person person = society.person(index);
    return IntStream.range(0, 8)
        .mapToLong(i -> society.followers().at(person, society.snapshot(index, 7 - i)))
        .toArray();
  }

  @Test
  void boughtFollowersComeInOneJumpOrDripAndEngagementDoesNotFollow() {
    String sale =
        "bought_followers: {customers: 0.005, share: 0.05, size: [20, 20], amount: [1, 1],";
    Society jump = Worlds.society(1, sale + " jump: 1}");
    Society drip = Worlds.society(1, sale + " jump: 0}");
    int customer = Worlds.all(jump, PlayedRole.FOLLOWERS_BUYER).get(0);
    long[] jumping = followers(jump, customer);
    long[] dripping = followers(drip, customer);
    long reach = Math.round(jump.person(customer).reach());
    assertThat(jumping[7] / (double) reach).isCloseTo(2, within(0.02));
    double largest =
        IntStream.range(1, 8).mapToDouble(i -> jumping[i] - jumping[i - 1]).max().orElseThrow();
    assertThat(largest / reach).isCloseTo(1, within(0.05));
    for (int i = 1; i < 8; i++) {
      assertThat((dripping[i] - dripping[i - 1]) / (double) reach)
          .isCloseTo(7 / 60.0, within(0.04));
    }
    // The sold accounts of the crawl follow their customers, since the delivery.
    int sold = Worlds.all(jump, PlayedRole.BOUGHT_FOLLOWER).get(0);
    Sale of = jump.cast().sales().get(jump.person(sold).group());
    Following following = new Following(jump);
    List<Integer> followed = List.copyOf(following.of(jump.person(sold)).keySet());
    assertThat(followed).anyMatch(c -> c >= of.customers().first() && c < of.customers().end());
  }

  @Test
  void boughtLikesAreTheSameUnderEveryPost() {
    Society society =
        Worlds.society(
            2,
            "bought_likes: {share: 0.005, boost: [4, 4], unevenness: 0}",
            "activity: {engagements_per_account: 0}");
    int buyer = Worlds.all(society, PlayedRole.LIKES_BUYER).get(0);
    Person person = society.person(buyer);
    Totals none = new Totals(society.posts());
    Purchase purchase = society.followers().purchase(person);
    assertThat(purchase.likes()).isEqualTo(4);
    double typical = person.typicalEngagement() / 1.02;
    for (int k = 0; k < society.timeline().count(buyer); k++) {
      int post = society.timeline().post(buyer, k);
      PostCounters honest = PostCounters.of(person, post, society, none, 0, false, Purchase.NONE);
      PostCounters bought = PostCounters.of(person, post, society, none, 0, false, purchase);
      assertThat(bought.likes() - honest.likes()).isEqualTo(Math.round(4 * typical));
      assertThat(bought.comments()).isEqualTo(honest.comments());
    }
  }

  @Test
  void followUnfollowBotsGoUpAndDown() {
    Society society = Worlds.society(3, "bots: {follow_unfollow: 0.01, mass_followers: 0.01}");
    for (int bot : Worlds.all(society, PlayedRole.FOLLOW_UNFOLLOW)) {
      Person person = society.person(bot);
      long[] seen =
          IntStream.range(0, 4)
              .mapToLong(i -> society.followings().at(person, society.snapshot(bot, 3 - i)))
              .toArray();
      assertThat((seen[1] - seen[0]) * (seen[2] - seen[1])).isNotPositive();
      assertThat((seen[2] - seen[1]) * (seen[3] - seen[2])).isNotPositive();
    }
    for (int bot : Worlds.all(society, PlayedRole.MASS_FOLLOWER)) {
      Person person = society.person(bot);
      assertThat(society.followings().at(person, person.seen())).isBetween(3_000L, 7_500L);
    }
  }

  /** Else a count of followings that changes at all would prove a bot. */
  @Test
  void peopleFollowAndUnfollowToo() {
    Society society = Worlds.society(3);
    int settled = 0;
    int changed = 0;
    int turned = 0;
    for (int index = 0; index < society.world().accounts(); index++) {
      Person person = society.person(index);
      double now = society.followings().at(person, person.seen());
      double first = society.followings().at(person, society.snapshot(index, 3));
      if (now > 200) {
        settled++;
        changed += first != now ? 1 : 0;
        turned += Math.abs(Math.log(first / now)) > 0.2 ? 1 : 0;
      }
    }
    assertThat(settled).isGreaterThan(200);
    assertThat(changed / (double) settled).isGreaterThan(0.75);
    assertThat(turned / (double) settled).isBetween(0.002, 0.05);
  }

  @Test
  void aGreatDayBringsFollowersWhoStay() {
    Society society = Worlds.society(4, "look_alikes: {giveaways: 0.01, crowd: [0.1, 0.1]}");
    int host = society.cast().crowds().get(0).host();
    long[] seen = followers(society, host);
    double gain = (seen[7] - seen[0]) / (double) seen[7];
    assertThat(gain).isBetween(0.0, 0.25);
    assertThat(seen[7])
        .isCloseTo(Math.round(society.person(host).reach()), within(seen[7] / 100 + 1));
  }

  /** Doubles within sixty days; seven weeks before the end it had 2^(-49/60) = 57 %. */
  @Test
  void whoRisesIsEngagedMoreAndMore() {
    Society society = Worlds.society(4, "look_alikes: {rising: 0.02, rising_growth: [2, 2]}");
    Person person = society.person(Worlds.all(society, PlayedRole.RISING).get(0));
    long[] seen = followers(society, person.index());
    assertThat(seen[0] / (double) seen[7]).isBetween(0.5, 0.65);
    assertThat(Rise.share(society.world(), 4, person, person.seen())).isEqualTo(1);
    long start = person.seen() - 60 * People.DAY;
    assertThat(Rise.share(society.world(), 4, person, start)).isEqualTo(0.5);
  }

  @Test
  void newAccountsAreYoung() {
    Society society = Worlds.society(5, "look_alikes: {new_accounts: 0.1}");
    for (int index : Worlds.all(society, PlayedRole.NEW_ACCOUNT)) {
      Person person = society.person(index);
      double days = (society.crawlDay() - person.created()) / (double) People.DAY;
      assertThat(days).isBetween(14.0, 75.0);
      assertThat(Worlds.engagements(society, index))
          .allSatisfy(e -> assertThat(e.second()).isGreaterThanOrEqualTo(person.created()));
    }
  }
}

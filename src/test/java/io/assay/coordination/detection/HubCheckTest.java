package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Step 8: an audience that follows up what a curator shows is no farm. */
class HubCheckTest {
  private static final HubRules RULES = CoordinationMethod.DEFAULT.hub();
  private static final int HUB = 6;
  private static final int[] MEMBERS = {7, 8, 9};
  private static final long DAY = 86_400;

  /**
   * Authors 0 to 5 have one post each, which the members visit on the day of its number, an hour
   * after noon; the hub publishes every day at an hour of its own.
   */
  private static Events events(long hubHour) {
    SmallCrawl crawl = new SmallCrawl(10, 1, 1, 1, 1, 1, 1, 6);
    for (int v = 0; v < 6; v++) {
      crawl.published(v, 0, v * DAY).published(HUB, v, v * DAY + hubHour * 3_600);
    }
    for (int v = 0; v < 6; v++) {
      for (int u : MEMBERS) {
        crawl.likes(u, v, 0, 13 * 3_600 + u);
      }
    }
    crawl.likes(7, HUB, 0, 60);
    return crawl.build();
  }

  private static List<Hit> hits() {
    List<Hit> hits = new ArrayList<>();
    for (int v = 0; v < 6; v++) {
      hits.add(new Hit(v, v, 3, 0.1, new HitWindow(0, Double.POSITIVE_INFINITY, 3, 1)));
    }
    return hits;
  }

  /** Nearer than any target: three follow it, and one engaged it. */
  private static Follows allFollowTheHub() {
    return new Follows(MEMBERS, new int[] {HUB, HUB, HUB}, 10);
  }

  @Test
  void hitsThatFollowPostsOfAHubAreItsAudiences() {
    Hub hub = new HubCheck(events(12), allFollowTheHub(), RULES).of(MEMBERS, hits());
    assertThat(hub.author()).isEqualTo(HUB);
    // The hits span five days, an hour, and the six hours before them; six hours after each of five
    // posts are covered, and 3,609 seconds after the last, when the last hit comes.
    double covered = (5 * 21_600 + 3_609) / (5 * DAY + 21_601.0) + 0.01;
    assertThat(hub.chance()).isCloseTo(Math.pow(covered, 6), within(1e-9));
    assertThat(hub.explains(RULES)).isTrue();
  }

  @Test
  void hitsAtOtherTimesAreNot() {
    Hub hub = new HubCheck(events(2), allFollowTheHub(), RULES).of(MEMBERS, hits());
    assertThat(hub).isEqualTo(Hub.NONE);
    assertThat(hub.explains(RULES)).isFalse();
  }

  /** One of three members is not near enough; the targets are, but their own hits do not count. */
  @Test
  void aHubHasMembersForItsAudience() {
    Hub none =
        new HubCheck(events(12), Follows.none(10), new HubRules(0.4, 5, 21_600, 0.4, 1e-3))
            .of(MEMBERS, hits());
    assertThat(none.author()).isNotEqualTo(HUB);
  }

  @Test
  void withoutTimesNothingIsExplained() {
    SmallCrawl crawl = new SmallCrawl(10, 1, 1, 1, 1, 1, 1, 6);
    for (int v = 0; v < 6; v++) {
      for (int u : MEMBERS) {
        crawl.likes(u, v, 0);
      }
    }
    HubCheck untimed = new HubCheck(crawl.build(), allFollowTheHub(), RULES);
    assertThat(untimed.of(MEMBERS, hits())).isEqualTo(Hub.NONE);
    assertThat(untimed.canTell(MEMBERS, hits())).isFalse();
  }

  @Test
  void threeHitsWithATimeAreEnoughToTell() {
    HubCheck timed = new HubCheck(events(2), Follows.none(10), RULES);
    assertThat(timed.canTell(MEMBERS, hits())).isTrue();
    assertThat(timed.canTell(MEMBERS, hits().subList(0, 3))).isTrue();
    assertThat(timed.canTell(MEMBERS, hits().subList(0, 2))).isFalse();
  }
}

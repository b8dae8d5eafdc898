package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a group does, as somebody reads it who knows no statistics. */
class GroupSentenceTest {
  private static final GroupSigns ANY = WordsOfGroup.signs(null, null, new StockShare(0, 0), 0.9);
  private static final Latency ALL = new Latency(1_000, 3 * 3_600, 4);

  @Test
  void aPod() {
    Latency soon = new Latency(90, 14 * 60, 2);
    assertThat(GroupSentence.of(WordsOfGroup.pod(50, soon, ANY, Verdict.ACCEPTED), ALL, -12.3))
        .isEqualTo(
            "50 creators engage each other's posts: on average each engages 56 % of what the others"
                + " publish, and 98 % of these ties go both ways; they usually come 14 minutes after"
                + " a post appears, where 3 hours is typical; by chance that would happen less than"
                + " once in 1 billion such crawls");
  }

  @Test
  void aFarmOfWhichNoTimeIsKnown() {
    Latency untimed = new Latency(0, Double.NaN, Double.NaN);
    assertThat(
            GroupSentence.of(WordsOfGroup.farm(untimed, ANY, Hub.NONE, Verdict.UNTIMED), ALL, -0.5))
        .isEqualTo(
            "5 accounts engage the same 9 posts of 3 creators: on average 100 % of them come to each"
                + " post; how soon they come is not known; by chance that could well happen");
  }

  @Test
  void secondsAreSaidAsPeopleSayThem() {
    assertThat(GroupSentence.duration(1)).isEqualTo("1 second");
    assertThat(GroupSentence.duration(119)).isEqualTo("119 seconds");
    assertThat(GroupSentence.duration(120)).isEqualTo("2 minutes");
    assertThat(GroupSentence.duration(7_200)).isEqualTo("2 hours");
    assertThat(GroupSentence.duration(172_800)).isEqualTo("2 days");
  }
}

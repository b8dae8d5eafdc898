package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What else a group could be; of one that is accepted all the same, why. */
class GroupExplanationsTest {
  private static final Latency TIMED = new Latency(90, 600, 2);
  private static final Latency UNTIMED = new Latency(0, Double.NaN, Double.NaN);
  private static final Unevenness EVEN = new Unevenness(1, 100, 0.001, 0.01);
  private static final Unevenness FRIENDS = new Unevenness(2, 100, 0.15, 0.01);
  private static final Synchrony CLOSE = new Synchrony(0.5, 1_200, true);
  private static final Synchrony LOOSE = new Synchrony(0.93, 1_200, true);
  private static final StockShare NO_COMMENTS = new StockShare(0, 0);

  private static List<Row> of(CoordinatedGroup group) {
    return new GroupExplanations(group, CoordinationMethod.DEFAULT).rows();
  }

  private static CoordinatedGroup pod(
      int members, Unevenness uneven, Synchrony synchrony, Verdict verdict) {
    return WordsOfGroup.pod(
        members, TIMED, WordsOfGroup.signs(uneven, synchrony, NO_COMMENTS, 0.9), verdict);
  }

  private static CoordinatedGroup farm(
      Latency latency, StockShare stock, Hub hub, Verdict verdict) {
    return WordsOfGroup.farm(
        latency,
        WordsOfGroup.signs(EVEN, new Synchrony(0.02, 500, true), stock, 0.9),
        hub,
        verdict);
  }

  private static void says(Row row, String explanation, Boolean ruledOut, String because) {
    assertThat(row.<String>getAs("explanation")).isEqualTo(explanation);
    assertThat(row.<Boolean>getAs("ruled_out")).isEqualTo(ruledOut);
    assertThat(row.<String>getAs("because")).isEqualTo(because);
  }

  @Test
  void ofAPlainPodAllAreRuledOut() {
    List<Row> rows = of(pod(9, EVEN, CLOSE, Verdict.ACCEPTED));
    assertThat(rows).hasSize(3);
    says(
        rows.get(0),
        "everybody behaves like this",
        true,
        "then other accounts would do as much; the members engage each other's posts at least twice"
            + " as often as others do");
    says(
        rows.get(1),
        "friends or colleagues",
        true,
        "friends have favourites, whom they engage far more than the others; these members hardly"
            + " have (differences between their pairs: 0.00, where 0 is none and friends have about 0.07"
            + " or more)");
    says(
        rows.get(2),
        "each happens to see the others' posts",
        true,
        "then they would come at times as different as everybody's; the times at which these members"
            + " come to a post differ 50 % as much as other accounts' do (1,200 visits compared)");
  }

  /** Large and even, and no closer in time than others: accepted, and the times do not say why. */
  @Test
  void whatIsLeftOfAnAcceptedPodSaysWhyItIsAccepted() {
    says(
        of(pod(58, EVEN, LOOSE, Verdict.ACCEPTED)).get(2),
        "each happens to see the others' posts",
        false,
        "this cannot be ruled out, for the times at which these members come to a post differ 93 %"
            + " as much as other accounts' do (1,200 visits compared); yet the group is accepted,"
            + " because its members engage each other without favourites and they are more than"
            + " circles of friends usually are");
    says(
        of(pod(58, FRIENDS, CLOSE, Verdict.ACCEPTED)).get(1),
        "friends or colleagues",
        false,
        "this cannot be ruled out, for these members have favourites, too (differences between their"
            + " pairs: 0.15, where 0 is none and friends have about 0.07 or more); yet the group is"
            + " accepted,"
            + " because they come to the same post at nearly the same time and they are more than"
            + " circles of friends usually are");
  }

  @Test
  void ofWhatIsNotAcceptedTheExplanationIsToldAsItIs() {
    List<Row> rows = of(pod(9, FRIENDS, new Synchrony(1, 3, false), Verdict.UNLIKELY));
    says(
        rows.get(1),
        "friends or colleagues",
        false,
        "friends have favourites, whom they engage far more than the others; these members have"
            + " favourites, too (differences between their pairs: 0.15, where 0 is none and friends have"
            + " about 0.07 or more)");
    says(
        rows.get(2),
        "each happens to see the others' posts",
        null,
        "then they would come at times as different as everybody's; too few of the times at which"
            + " these members came are known to tell");
    says(
        of(pod(9, EVEN, CLOSE, Verdict.EVERYBODY)).get(0),
        "everybody behaves like this",
        false,
        "then other accounts would do as much; the members hardly do more than they, or are most of"
            + " all accounts");
  }

  @Test
  void aFarmThatHardlyWritesMayBeGuests() {
    List<Row> rows = of(farm(TIMED, new StockShare(0.3, 15), Hub.NONE, Verdict.ACCEPTED));
    says(
        rows.get(1),
        "followers of somebody who recommends these posts",
        true,
        "then they would come soon after posts of that account; of the accounts that many of them"
            + " follow or engage there is none after whose posts they usually come");
    says(
        rows.get(2),
        "guests of a giveaway, fans, or readers of the same news",
        null,
        "this cannot be ruled out, for the members' comments, 15, are too few to tell; yet the group"
            + " is accepted, because they come to the same post at nearly the same time and more of"
            + " their comments than usual would fit under any post");
  }

  @Test
  void whoWritesAsOthersDoIsGuests() {
    String guests = "guests of a giveaway, fans, or readers of the same news";
    String of =
        "such people write in their own words; of the members' 477 comments the share that"
            + " would fit under any post lies ";
    says(
        of(farm(TIMED, new StockShare(0.48, 477), Hub.NONE, Verdict.ACCEPTED)).get(2),
        guests,
        true,
        of + "48 percentage points above everybody's");
    says(
        of(farm(TIMED, new StockShare(0.01, 477), Hub.NONE, Verdict.GUESTS)).get(2),
        guests,
        false,
        of + "1 percentage point above everybody's");
    says(
        of(farm(TIMED, new StockShare(-0.1, 477), Hub.NONE, Verdict.GUESTS)).get(2),
        guests,
        false,
        of + "no higher than everybody's");
  }

  @Test
  void theAudienceOfOneIsFoundOrNotOrCannotBe() {
    String audience = "followers of somebody who recommends these posts";
    StockShare stock = new StockShare(0.48, 477);
    says(
        of(farm(TIMED, stock, new Hub(7, 0.025), Verdict.ACCEPTED)).get(1),
        audience,
        true,
        "then they would come soon after posts of that account; of the accounts that many of them"
            + " follow or engage, the one that fits best explains no more than chance does in 2.5 %"
            + " of cases");
    says(
        of(farm(TIMED, stock, new Hub(7, 1e-6), Verdict.HUB)).get(1),
        audience,
        false,
        "then they would come soon after posts of that account; they come within 6 hours after the"
            + " posts of one that many of them follow or engage, more often than chance explains");
    says(
        of(farm(UNTIMED, stock, Hub.NONE, Verdict.UNTIMED)).get(1),
        audience,
        null,
        "then they would come soon after posts of that account; too few of the times at which they"
            + " came are known to tell whether they do");
  }
}

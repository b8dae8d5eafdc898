package io.assay.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.EvidenceTables;
import io.assay.contracts.RowLayout;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.contracts.TableRow;
import io.assay.peers.Finding;
import io.assay.peers.SignalPeers;
import io.assay.statistics.LogBins;
import io.assay.statistics.SignedBins;
import io.assay.statistics.TailCounts;
import io.assay.text.PlainNumber;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
  private static final SignedBins BINS = new SignedBins(new LogBins(120));

  /** Of 200 peers 199 have the common value. */
  private static String sentence(String signal, Object value, double common) {
    return sentence(signal, value, common, 199, 1);
  }

  /** Of the peers some have the common value, and some that of the account, itself among them. */
  private static String sentence(
      String signal, Object value, double common, long peers, long alike) {
    double number = value instanceof Boolean ? 1 : (Double) value;
    TailCounts counts = TailCounts.of(Map.of(BINS.bin(common), peers, BINS.bin(number), alike));
    Finding finding = Finding.of(value, SignalPeers.of(index(signal), counts, BINS));
    TableRow row =
        RowLayout.measured(EvidenceTables.ACCOUNT_EVIDENCE)
            .row()
            .set("platform", "x")
            .set("account_id", "a")
            .set("notable_below", 1.0);
    return Explanation.into(row, finding, "x all accounts", BINS).row().getAs("sentence");
  }

  private static int index(String signal) {
    return Signals.ALL.stream().map(Signal::name).toList().indexOf(signal);
  }

  @Test
  void aFindingIsASentence() {
    assertThat(sentence("followings", 7412.0, 350))
        .isEqualTo(
            "follows 7,412 accounts, where about 350 is typical; none of the 199 others it is"
                + " compared with (x accounts of any size) is as high");
    assertThat(sentence("no_picture", true, 0))
        .isEqualTo(
            "has no profile picture; none of the 199 others it is compared with (x"
                + " accounts of any size) is like that");
    assertThat(sentence("handle_digit_share", 0.5, 0))
        .startsWith("has a user name that is 50 % digits, where 0 % is typical; none of the 199 ");
  }

  @Test
  void howManyAreAlikeIsToldInRoundNumbers() {
    assertThat(sentence("followings", 7412.0, 350, 1022, 2))
        .endsWith(
            "; only 1 of the 1,023 others it is compared with (x accounts of any size) is"
                + " as high");
    assertThat(sentence("follower_count", 3.0, 350, 990, 11))
        .startsWith("has only 3 followers, where about 350 is typical; only 1 in 100 of the 1,000 ")
        .endsWith(" is as low");
    assertThat(sentence("follower_count", 3.0, 350, 15, 5))
        .endsWith(" 4 of the 19 others it is compared with (x accounts of any size) are as low");
  }

  /** Followers up 89 % and engagement up 68 % is no rise by 21 % more, and a fall is no growth. */
  @Test
  void differencesAndRatiosOfGrowthAreToldAsSuch() {
    assertThat(sentence("jump_unanswered", 0.211, 0))
        .startsWith(
            "in its largest jump, followers rose by 21.1 percentage points more than engagement did, where"
                + " 0 % is typical; ");
    assertThat(sentence("growth_unanswered", 4.85, 1))
        .startsWith(
            "has 4.85 times as many followers for each like or comment as earlier in the time"
                + " observed, where about 1 is typical; ");
    assertThat(sentence("interval_spread", 1.0, 4.9))
        .startsWith(
            "comes back like clockwork: its long and short pauses between visits are as 1 to 1 (1"
                + " to 1 is a clock), where about 4.9 is typical; ");
  }

  @Test
  void oneIsSingular() {
    assertThat(sentence("posts_count", 1.0, 40)).startsWith("has published only 1 post,");
    assertThat(sentence("posts_count", 0.0, 40)).startsWith("has published only 0 posts,");
  }

  @ParameterizedTest
  @CsvSource({
    "0.123456,0.123",
    "12.3456,12.3",
    "1234.56,'1,235'",
    "1234567,'1,234,567'",
    "3,3",
    "0,0",
    "1e20,1.00e+20",
    "0.00001,1.00e-05",
    "-0.25,-0.25",
    "0.5,0.5"
  })
  void numbersHaveThreeDigitsThatCount(double value, String text) {
    assertThat(PlainNumber.of(value, false)).isEqualTo(text);
  }

  @Test
  void everySignalHasWordsForItsEnds() {
    for (Signal signal : Signals.ALL) {
      switch (signal.direction()) {
        case HIGH -> assertThat(signal.high()).as(signal.name()).isNotNull();
        case LOW -> assertThat(signal.low()).as(signal.name()).isNotNull();
        case BOTH -> assertThat(signal.high() == null || signal.low() == null).isFalse();
      }
      assertThat(signal.benign()).as(signal.name()).isNotBlank();
      assertThat(signal.why()).as(signal.name()).isNotBlank();
      assertThat(signal.needs()).as(signal.name()).isNotBlank();
      assertThat(signal.comment()).as(signal.name()).isNotBlank();
    }
  }
}

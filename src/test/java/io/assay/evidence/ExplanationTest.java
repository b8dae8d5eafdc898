package io.assay.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.statistics.LogBins;
import io.assay.statistics.SignedBins;
import io.assay.statistics.TailCounts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
  private static final SignedBins BINS = new SignedBins(new LogBins(120));

  /** Of 200 peers 199 have the common value. */
  private static String sentence(String signal, Object value, double common) {
    double number = value instanceof Boolean ? 1 : (Double) value;
    TailCounts peers = TailCounts.of(Map.of(BINS.bin(common), 199L, BINS.bin(number), 1L));
    Finding finding = Finding.of(index(signal), value, peers, BINS);
    return (String) Explanation.of(finding, "x all accounts", BINS).get("sentence");
  }

  private static int index(String signal) {
    return Signals.ALL.stream().map(Signal::name).toList().indexOf(signal);
  }

  @Test
  void aFindingIsASentence() {
    assertThat(sentence("followings", 7412.0, 350))
        .isEqualTo(
            "follows 7,412 accounts; the median of 200 peers (x all accounts) is about 350, and none"
                + " of the 199 others lies as far out");
    assertThat(sentence("no_picture", true, 0))
        .isEqualTo(
            "has no profile picture, like none of the 199 others among 200 peers (x all accounts)");
    assertThat(sentence("handle_digit_share", 0.5, 0))
        .startsWith("has a handle of which 50 % are digits; the median of 200 peers (x all")
        .contains(" accounts) is 0 %, and ");
  }

  @Test
  void oneIsSingular() {
    assertThat(sentence("posts_count", 1.0, 40)).startsWith("has published 1 post;");
    assertThat(sentence("posts_count", 0.0, 40)).startsWith("has published 0 posts;");
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
    assertThat(Explanation.number(value, false)).isEqualTo(text);
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

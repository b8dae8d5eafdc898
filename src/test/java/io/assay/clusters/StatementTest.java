package io.assay.clusters;

import static io.assay.clusters.SignalRows.BINS;
import static io.assay.clusters.SignalRows.bins;
import static io.assay.clusters.SignalRows.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of a hundred members, and that it is true of ninety. */
class StatementTest {

  private static Statement high(String signal, Object... valueAndCount) {
    return of(signal, 1, valueAndCount);
  }

  private static Statement low(String signal, Object... valueAndCount) {
    return of(signal, -1, valueAndCount);
  }

  private static Statement of(String signal, double effect, Object... valueAndCount) {
    return Statement.of(
        new Portrait.Trait(signal(signal), effect, 0, 0, bins(valueAndCount)), BINS);
  }

  @Test
  void highValuesHaveALeast() {
    Statement statement = high("followings", 1, 10, 1000, 90);
    assertThat(statement.inWords()).isEqualTo("at least 1,000 accounts followed");
    assertThat(statement.atLeast()).isEqualTo(1000);
    assertThat(statement.atMost()).isNull();
    // One less, and it would be true of 89.
    assertThat(high("followings", 1, 11, 1000, 89).inWords())
        .isEqualTo("at least 1 account followed");
  }

  @Test
  void lowValuesHaveAMost() {
    Statement statement = low("posts_count", 2, 90, 50, 10);
    assertThat(statement.inWords()).isEqualTo("at most 2 posts published");
    assertThat(statement.atLeast()).isNull();
    assertThat(statement.atMost()).isEqualTo(2);
    assertThat(low("posts_count", 2, 89, 50, 11).inWords()).isEqualTo("at most 50 posts published");
    assertThat(low("posts_count", 1, 95, 50, 5).inWords()).isEqualTo("at most 1 post published");
  }

  @Test
  void zeroIsNone() {
    assertThat(low("posts_count", 0, 95, 2, 5).inWords()).isEqualTo("no posts published");
    assertThat(low("writes_copies", 0, 95, 1, 5).inWords())
        .isEqualTo("none of its comments copied from others");
    assertThat(low("rate_below_expected", 0, 100).inWords()).isEqualTo("no engagement");
    // At least none says nothing.
    assertThat(high("posts_count", 0, 11, 9, 89)).isNull();
  }

  @Test
  void wholeNumbersStayWhole() {
    // The bin of 3 begins at 2.985, that of 34 at 33.49.
    assertThat(high("followings", 3, 100).atLeast()).isEqualTo(3);
    assertThat(high("followings", 34, 100).atLeast()).isEqualTo(34);
    assertThat(low("followings", 34, 100).atMost()).isEqualTo(34);
    assertThat(low("followings", 10, 100).atMost()).isEqualTo(10);
    assertThat(high("followings", 10, 100).atLeast()).isEqualTo(10);
    // 97 and 98 share a bin.
    assertThat(high("account_age_days", 98, 100).inWords()).isEqualTo("at least 97 days old");
    assertThat(low("account_age_days", 97, 100).inWords()).isEqualTo("at most 98 days old");
  }

  @Test
  void otherNumbersHaveTwoDigits() {
    assertThat(high("followings", 1987, 100).inWords())
        .isEqualTo("at least 1,900 accounts followed");
    assertThat(low("followings", 1987, 100).inWords()).isEqualTo("at most 2,000 accounts followed");
    // Means are no whole numbers.
    assertThat(low("writes_words", 3.02, 100).atMost()).isEqualTo(3.1);
    assertThat(high("writes_words", 3.02, 100).inWords())
        .isEqualTo("an average of at least 2.9 words in its comments");
  }

  @Test
  void sharesAreToldInPercent() {
    // The bin of .64 reaches from .631 to .643.
    assertThat(high("writes_copies", 0, 10, 0.64, 90).inWords())
        .isEqualTo("at least 63 % of its comments copied from others");
    assertThat(low("writes_copies", 0.64, 100).inWords())
        .isEqualTo("at most 65 % of its comments copied from others");
    assertThat(high("writes_copies", 1, 100).inWords())
        .isEqualTo("all of its comments copied from others");
    assertThat(high("likes_per_view", 1, 100).inWords())
        .isEqualTo("at least 100 % as many likes as views");
    assertThat(high("jump_unanswered", 0.1, 100).inWords())
        .isEqualTo(
            "followers that rose by at least 10 percentage points more than engagement in the"
                + " largest jump");
    // At most all says nothing.
    assertThat(low("writes_copies", 1, 100)).isNull();
  }

  @Test
  void flagsAreSaidIfTheyAreSet() {
    assertThat(high("no_picture", 1, 90, 0, 10).inWords()).isEqualTo("no picture");
    assertThat(high("no_picture", 1, 89, 0, 11)).isNull();
    assertThat(low("no_picture", 0, 100)).isNull();
  }

  @Test
  void whatIsUnknownOfTooManyIsNotSaid() {
    assertThat(high("followings", 1000, 90, null, 10).inWords())
        .isEqualTo("at least 1,000 accounts followed");
    assertThat(high("followings", 1000, 89, null, 11)).isNull();
    assertThat(low("followings", 1000, 89, null, 11)).isNull();
    assertThat(low("followings", null, 100)).isNull();
  }

  @Test
  void fallsAreSaidWithoutANegativeNumber() {
    Statement statement = low("followings_per_day", -0.14, 100);
    assertThat(statement.inWords()).isEqualTo("a number of followed accounts that does not grow");
    assertThat(statement.atMost()).isBetween(-0.14, -0.13);
    assertThat(high("followings_per_day", -0.14, 100)).isNull();
  }

  @Test
  void whatIsSaidIsTrue() {
    DoubleStream.concat(
            DoubleStream.iterate(0, v -> v + 1).limit(300),
            DoubleStream.iterate(0.003, v -> v * 1.07).limit(200))
        .forEach(
            value -> {
              Statement least = high("writes_words", value, 90, value / 2, 10);
              if (value > 0) {
                assertThat(least.atLeast()).isLessThanOrEqualTo(value).isGreaterThan(value * 0.85);
              }
              assertThat(low("writes_words", value, 90, value * 2, 10).atMost())
                  .isGreaterThanOrEqualTo(value)
                  .isLessThanOrEqualTo(value * 1.15);
            });
    IntStream.rangeClosed(1, 3000)
        .forEach(
            value -> {
              assertThat(high("account_age_days", value, 100).atLeast())
                  .isLessThanOrEqualTo(value)
                  .isGreaterThanOrEqualTo(value * 0.9 - 1);
              assertThat(low("account_age_days", value, 100).atMost())
                  .isGreaterThanOrEqualTo(value)
                  .isLessThanOrEqualTo(value * 1.12);
            });
  }

  @Test
  void everySignalHasThreeForms() {
    for (Signal signal : Signals.ALL) {
      if (signal.isFlag()) {
        assertThat(new Statement(signal, 1.0, null).inWords()).doesNotContain("at least");
        continue;
      }
      assertThat(new Statement(signal, 0.25, null).inWords())
          .as(signal.name())
          .containsOnlyOnce(signal.unit().startsWith("share") ? "at least 25 " : "at least 0.25")
          .doesNotContain("{", "_");
      assertThat(new Statement(signal, null, 0.25).inWords())
          .as(signal.name())
          .containsOnlyOnce(signal.unit().startsWith("share") ? "at most 25 " : "at most 0.25")
          .doesNotContain("{", "_");
      assertThat(new Statement(signal, null, 0.0).inWords())
          .as(signal.name())
          .doesNotContain("{", "_", "0", "none as", "none a ", "no times", "no more ", "%  ");
    }
  }
}

package io.assay.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimingTest {
  private static final long UNKNOWN = -1;

  private static Timing acts(String... times) {
    Timing timing = new Timing();
    for (String time : times) {
      timing.add(micros(time), UNKNOWN);
    }
    return timing;
  }

  private static long micros(String time) {
    return TimeUnit.SECONDS.toMicros(Instant.parse(time).getEpochSecond());
  }

  /** Acts so many seconds after each other, the first at noon. */
  private static Timing after(double... seconds) {
    Timing timing = new Timing();
    long at = micros("2026-10-01T12:00:00Z");
    timing.add(at, UNKNOWN);
    for (double gap : seconds) {
      at += (long) (gap * 1e6);
      timing.add(at, UNKNOWN);
    }
    return timing;
  }

  @Test
  void aLikeAndItsCommentAreOneVisitOfAClock() {
    // Every 600 s a like and, two seconds later, a comment: eleven times.
    double[] gaps = new double[21];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = i % 2 == 0 ? 2 : 598;
    }
    assertThat(after(gaps).intervalSpread()).isEqualTo(1.0);
  }

  @Test
  void aClockThatRestsAtNightIsAClock() {
    // Every 600 s for twelve hours, on two days.
    double[] gaps = new double[145];
    Arrays.fill(gaps, 600);
    gaps[72] = 43_200;
    assertThat(after(gaps).intervalSpread()).isEqualTo(1.0);
  }

  @Test
  void theSpreadIsThatOfTheQuartiles() {
    // Of twelve in order the third is 100 s and the ninth 300 s.
    assertThat(after(300, 70, 100, 9_999, 200, 300, 70, 200, 100, 200, 300, 5_000).intervalSpread())
        .isCloseTo(3, within(0.06));
  }

  @Test
  void visitsByChanceSpreadFourfoldAndMore() {
    // Exponential gaps of a day on average, one in each thousandth of the distribution.
    double[] gaps = new double[1_000];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = -86_400 * Math.log(1 - (i + 0.5) / gaps.length);
    }
    assertThat(after(gaps).intervalSpread())
        .isCloseTo(Math.log(4) / Math.log(4 / 3.0), within(0.1));
  }

  @Test
  void quartilesNeedTenGaps() {
    assertThat(after(600, 600, 600, 600, 600, 600, 600, 600, 600).intervalSpread()).isNull();
    // A quarter of a minute after the act before is the same visit, however long it lasts.
    assertThat(after(15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15).intervalSpread()).isNull();
    assertThat(after(16, 16, 16, 16, 16, 16, 16, 16, 16, 16).intervalSpread()).isEqualTo(1.0);
  }

  @Test
  void daysAreThoseOfUtc() {
    Timing timing = acts("2026-10-01T00:10:00Z", "2026-10-01T23:59:59Z", "2026-10-02T00:00:01Z");
    assertThat(timing.days()).isEqualTo(2);
    assertThat(timing.n()).isEqualTo(3);
  }

  @Test
  void nothingIsKnownOfNoAct() {
    assertThat(acts().intervalSpread()).isNull();
    assertThat(acts().quietHours()).isNull();
    assertThat(acts().perDay()).isNull();
    assertThat(acts().delayMedian()).isNull();
  }

  @Test
  void restRunsThroughMidnight() {
    // Acts at 10 and 22: from 23 to 9 are eleven hours.
    assertThat(acts("2026-10-01T10:59:00Z", "2026-10-01T22:00:00Z").quietHours()).isEqualTo(11);
    assertThat(acts("2026-10-01T10:00:00Z").quietHours()).isEqualTo(23);
  }

  @Test
  void aroundTheClockIsNoRest() {
    Timing all = new Timing();
    for (int hour = 0; hour < 24; hour++) {
      all.add(micros("2026-10-01T00:00:00Z") + TimeUnit.HOURS.toMicros(hour), UNKNOWN);
    }
    assertThat(all.quietHours()).isZero();
    assertThat(all.perDay()).isEqualTo(24);
  }

  @Test
  void anActInAHundredDoesNotEndARest() {
    // 98 acts at 12, one at 3 and one at 4: rest from 13 to 11, but for three such acts not.
    Timing once = new Timing();
    for (int i = 0; i < 98; i++) {
      once.add(micros("2026-10-01T12:00:00Z"), UNKNOWN);
    }
    once.add(micros("2026-10-02T03:00:00Z"), UNKNOWN);
    once.add(micros("2026-10-02T04:00:00Z"), UNKNOWN);
    assertThat(once.quietHours()).isEqualTo(23);
    // Of 101 acts three are more than 2 %: the rest is the longest stretch with two, from 13 to 7.
    once.add(micros("2026-10-02T08:00:00Z"), UNKNOWN);
    assertThat(once.quietHours()).isEqualTo(19);
  }

  @Test
  void ratesAreOverTheDaysFromFirstToLast() {
    assertThat(
            acts("2026-10-01T00:00:00Z", "2026-10-02T00:00:00Z", "2026-10-05T00:00:00Z").perDay())
        .isEqualTo(0.75);
  }

  @Test
  void theMedianDelayIsExactToTwoPercent() {
    Timing timing = new Timing();
    for (int seconds : new int[] {1, 100, 7_200}) {
      timing.add(TimeUnit.SECONDS.toMicros(seconds), TimeUnit.SECONDS.toMicros(seconds));
    }
    timing.add(TimeUnit.DAYS.toMicros(1), UNKNOWN);
    assertThat(timing.delayMedian()).isBetween(98.0, 100.0);
    assertThat(timing.delays()).isEqualTo(3);
    assertThat(timing.fast()).isEqualTo(1);
  }

  @Test
  void nothingIsLeftOfTheAccountBefore() {
    Timing timing = acts("2026-10-01T10:00:00Z");
    timing.add(micros("2026-10-01T11:00:00Z"), 5);
    timing.clear();
    assertThat(timing.n()).isZero();
    assertThat(timing.delayMedian()).isNull();
    timing.add(micros("2026-10-02T03:00:00Z"), UNKNOWN);
    assertThat(timing.quietHours()).isEqualTo(23);
    assertThat(timing.days()).isEqualTo(1);
  }
}

package io.assay.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
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

  @Test
  void aClockHasNoVariation() {
    Timing hourly = acts("2026-10-01T10:00:00Z", "2026-10-01T11:00:00Z", "2026-10-01T12:00:00Z");
    assertThat(hourly.intervalCv()).isCloseTo(0, within(1e-9));
    assertThat(hourly.n()).isEqualTo(3);
  }

  @Test
  void variationIsOfTheGaps() {
    // Gaps of 1 and 3 hours: mean 2, deviation 1.
    Timing uneven = acts("2026-10-01T10:00:00Z", "2026-10-01T11:00:00Z", "2026-10-01T14:00:00Z");
    assertThat(uneven.intervalCv()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void oneMomentHasNoGaps() {
    assertThat(acts("2026-10-01T10:00:00Z").intervalCv()).isNull();
    assertThat(acts("2026-10-01T10:00:00Z", "2026-10-01T10:00:00Z").intervalCv()).isNull();
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
    assertThat(timing.intervalCv()).isNull();
  }
}

package io.assay.growth;

import io.assay.settings.GrowthSettings;
import io.assay.settings.SettingsLoader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Series of followers, written down. */
final class Literal {
  private Literal() {}

  static GrowthSettings settings(String... assignments) {
    return SettingsLoader.load(List.of(), List.of(assignments)).growth();
  }

  /** Followers seen once a day from 1 October 2026 on, at noon. */
  static FollowerSeries daily(long... followers) {
    Object[] seen = new Object[2 * followers.length];
    for (int day = 0; day < followers.length; day++) {
      seen[2 * day] = day + 1;
      seen[2 * day + 1] = followers[day];
    }
    return seen(seen);
  }

  /** Pairs of a day (1 = 1 October 2026, at noon; 1.5 = midnight after it) and followers. */
  static FollowerSeries seen(Object... dayAndFollowers) {
    return apart(12, dayAndFollowers);
  }

  /** The same with a least distance between observations used. */
  static FollowerSeries apart(int minStepHours, Object... dayAndFollowers) {
    List<Long> times = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i < dayAndFollowers.length; i += 2) {
      Number day = (Number) dayAndFollowers[i];
      Number count = (Number) dayAndFollowers[i + 1];
      times.add(day == null ? null : at(day.doubleValue()));
      counts.add(count == null ? null : count.longValue());
    }
    return FollowerSeries.of(
        "instagram", times, counts, settings("growth.min_step_hours=" + minStepHours));
  }

  static long at(double day) {
    long first = Instant.parse("2026-10-01T12:00:00Z").getEpochSecond();
    return TimeUnit.SECONDS.toMicros(first + Math.round((day - 1) * 86_400));
  }
}

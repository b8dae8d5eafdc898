package io.assay.settings;

import java.time.LocalDate;

/**
 * @param windowDays how many days of deliveries, the last one included, make a state
 * @param keepKnownDays how many days, the last one included, a value is kept that later
 *     observations do not show; 0 keeps none, more than the window is the window
 * @param maxHistory follower observations kept with an account, the newest
 */
public record ConformSettings(
    @Whole(min = 1, max = 36_500) int windowDays,
    @Whole(min = 0, max = 36_500) int keepKnownDays,
    @Whole(min = 1, max = 10_000) int maxHistory) {

  static ConformSettings read(Section s) {
    return s.bind(ConformSettings.class);
  }

  /** First day of the window that ends with this day. */
  public LocalDate windowStart(LocalDate day) {
    return day.minusDays(windowDays - 1L);
  }

  /** First day of which a value is kept until the end of this day, if a later day hides it. */
  public LocalDate keptFrom(LocalDate day) {
    return day.minusDays(Math.min(windowDays, keepKnownDays) - 1L);
  }
}

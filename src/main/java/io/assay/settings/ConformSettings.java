package io.assay.settings;

/**
 * @param windowDays how many days of deliveries, the last one included, make a state
 * @param maxHistory follower observations kept with an account, the newest
 */
public record ConformSettings(
    @Whole(min = 1, max = 36_500) int windowDays, @Whole(min = 1, max = 10_000) int maxHistory) {

  static ConformSettings read(Section s) {
    return s.bind(ConformSettings.class);
  }
}

package io.assay.settings;

/**
 * @param windowDays how many days of deliveries, the last one included, make a state
 * @param maxHistory follower observations kept with an account, the newest
 */
public record ConformSettings(int windowDays, int maxHistory) {

  static ConformSettings read(Section s) {
    ConformSettings settings =
        new ConformSettings(
            (int) s.integer("window_days", 1, 36_500), (int) s.integer("max_history", 1, 10_000));
    s.end();
    return settings;
  }
}

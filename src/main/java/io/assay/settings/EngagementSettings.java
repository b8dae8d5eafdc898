package io.assay.settings;

/**
 * @param windowDays posts published within so many days, the last one included, count
 * @param settleHours a post counts once it was seen at least so long after it was published
 * @param minPosts posts an account needs to be assessed
 */
public record EngagementSettings(int windowDays, int settleHours, int minPosts) {

  static EngagementSettings read(Section s) {
    EngagementSettings settings =
        new EngagementSettings(
            (int) s.integer("window_days", 1, 36_500),
            (int) s.integer("settle_hours", 0, 24 * 365),
            (int) s.integer("min_posts", 1, 1_000_000));
    s.end();
    return settings;
  }
}

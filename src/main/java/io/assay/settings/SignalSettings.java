package io.assay.settings;

import java.io.Serializable;

/**
 * @param windowDays interactions first delivered within so many days, the last one included, count
 * @param minActions dated engagements that an actor's timing needs
 * @param minActiveDays different days (UTC) with a dated engagement that an actor's rest needs
 * @param minComments comments that what an account writes, or what is written to it, needs
 * @param maxCommentsPerPost crawled comments of a post that count for its author, by sampling
 *     commenters; posts with more are broadcast, so it cannot be set low
 * @param minFollowersSampled followers with a crawled profile that an audience needs, and of whom
 *     each thing measured has to be known
 * @param minPeers accounts a peer group must hold, unless the platform has fewer
 */
public record SignalSettings(
    int windowDays,
    int minActions,
    int minActiveDays,
    int minComments,
    int maxCommentsPerPost,
    int minFollowersSampled,
    int minPeers)
    implements Serializable {

  static SignalSettings read(Section s) {
    SignalSettings settings =
        new SignalSettings(
            (int) s.integer("window_days", 1, 36_500),
            (int) s.integer("min_actions", 2, 1_000_000),
            (int) s.integer("min_active_days", 1, 36_500),
            (int) s.integer("min_comments", 1, 1_000_000),
            (int) s.integer("max_comments_per_post", 100, 1_000_000_000),
            (int) s.integer("min_followers_sampled", 1, 1_000_000),
            (int) s.integer("min_peers", 2, 1_000_000));
    s.end();
    return settings;
  }
}

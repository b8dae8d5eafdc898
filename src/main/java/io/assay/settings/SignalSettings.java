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
    @Whole(min = 1, max = 36_500) int windowDays,
    @Whole(min = 2, max = 1_000_000) int minActions,
    @Whole(min = 1, max = 36_500) int minActiveDays,
    @Whole(min = 1, max = 1_000_000) int minComments,
    @Whole(min = 100, max = 1_000_000_000) int maxCommentsPerPost,
    @Whole(min = 1, max = 1_000_000) int minFollowersSampled,
    @Whole(min = 2, max = 1_000_000) int minPeers)
    implements Serializable {

  static SignalSettings read(Section s) {
    return s.bind(SignalSettings.class);
  }
}

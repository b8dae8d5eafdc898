package io.assay.settings;

import java.io.Serializable;

/**
 * Keys of the section {@code assessment} by which audiences are judged.
 *
 * @param doubtfulAtLeast likelihood of a bot from which an account is doubtful
 * @param leastSampled engagements (engagers, followers, comments) that a share needs
 * @param audienceDays interactions first delivered within so many days, the last one included,
 *     count
 */
public record AudienceSettings(double doubtfulAtLeast, long leastSampled, int audienceDays)
    implements Serializable {

  static AudienceSettings read(Section s) {
    return new AudienceSettings(
        s.decimal("doubtful_at_least", 0, 1),
        s.integer("least_sampled", 1, 1_000_000),
        (int) s.integer("audience_days", 1, 36_500));
  }
}

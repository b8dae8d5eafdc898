package io.assay.settings;

import java.io.Serializable;

/**
 * @param minObservations observations of followers an account needs to be assessed
 * @param minDays days from the first of them to the last that it needs
 * @param minStepHours observations closer to the next one used are left out
 * @param jumpMinScore robust deviations from the account's usual growth from which a step is fast
 * @param noisePerDay least scale of that deviation, natural logarithm of followers per day
 * @param jumpMinShare share of the followers before that a jump or drop amounts to at least
 * @param jumpMinFollowers followers that it amounts to at least
 * @param evenMinSteps steps that evenness needs
 * @param evenTolerance how much larger than the smallest the largest daily gain of an even run is
 * @param compareDays days before and after the largest gain whose posts are compared
 * @param minPostsPerSide posts needed on each side of a comparison
 */
public record GrowthSettings(
    int minObservations,
    int minDays,
    int minStepHours,
    double jumpMinScore,
    double noisePerDay,
    double jumpMinShare,
    long jumpMinFollowers,
    int evenMinSteps,
    double evenTolerance,
    int compareDays,
    int minPostsPerSide)
    implements Serializable {

  static GrowthSettings read(Section s) {
    GrowthSettings settings =
        new GrowthSettings(
            (int) s.integer("min_observations", 4, 10_000),
            (int) s.integer("min_days", 1, 36_500),
            (int) s.integer("min_step_hours", 0, 24 * 365),
            s.decimal("jump_min_score", 0.1, 1e6),
            s.decimal("noise_per_day", 1e-6, 10),
            s.decimal("jump_min_share", 0, 1e6),
            s.integer("jump_min_followers", 1, 1_000_000_000_000L),
            (int) s.integer("even_min_steps", 3, 10_000),
            s.decimal("even_tolerance", 0, 100),
            (int) s.integer("compare_days", 1, 36_500),
            (int) s.integer("min_posts_per_side", 1, 1_000_000));
    s.end();
    return settings;
  }
}

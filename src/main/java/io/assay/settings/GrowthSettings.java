package io.assay.settings;

import java.io.Serializable;

/**
 * @param minObservations observations of followers an account needs to be assessed
 * @param minDays days from the first of them to the last that it needs
 * @param minStepHours observations closer to the next one used are left out
 * @param loneSightFactor how many times as large or as small as the sights beside it a sight is
 *     that is not believed alone, even where those do not agree
 * @param jumpMinScore robust deviations from the account's usual growth from which a step is fast
 * @param noisePerDay least scale of that deviation, natural logarithm of followers per day
 * @param jumpMinShare share of the followers before that a jump or drop amounts to at least
 * @param jumpMinFollowers followers that it amounts to at least
 * @param evenMinSteps steps that evenness needs
 * @param evenTolerance how much larger than the smallest the largest daily gain of an even run is
 * @param followingsMinSteps steps from one observation of followings to the next that how they
 *     change needs
 * @param compareDays days before and after the largest gain whose posts are compared
 * @param minPostsPerSide posts needed on each side of a comparison
 */
public record GrowthSettings(
    @Whole(min = 4, max = 10_000) int minObservations,
    @Whole(min = 1, max = 36_500) int minDays,
    @Whole(min = 0, max = 24 * 365) int minStepHours,
    @Decimal(min = 1.1, max = 1e6) double loneSightFactor,
    @Decimal(min = 0.1, max = 1e6) double jumpMinScore,
    @Decimal(min = 1e-6, max = 10) double noisePerDay,
    @Decimal(min = 0, max = 1e6) double jumpMinShare,
    @Whole(min = 1, max = 1_000_000_000_000L) long jumpMinFollowers,
    @Whole(min = 3, max = 10_000) int evenMinSteps,
    @Decimal(min = 0, max = 100) double evenTolerance,
    @Whole(min = 2, max = 10_000) int followingsMinSteps,
    @Whole(min = 1, max = 36_500) int compareDays,
    @Whole(min = 1, max = 1_000_000) int minPostsPerSide)
    implements Serializable {

  static GrowthSettings read(Section s) {
    return s.bind(GrowthSettings.class);
  }
}

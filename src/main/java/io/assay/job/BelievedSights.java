package io.assay.job;

import io.assay.settings.GrowthSettings;
import io.assay.statistics.LoneSights;

/** Which sights of followers stages believe: all of them the same ones. */
public final class BelievedSights {
  private BelievedSights() {}

  /** What {@link LoneSights} are told by: a level that would be a jump or a drop of growth. */
  public static LoneSights.Limits limits(GrowthSettings settings) {
    return new LoneSights.Limits(
        settings.loneSightFactor(),
        settings.minStepHours(),
        settings.jumpMinScore(),
        settings.noisePerDay(),
        settings.jumpMinShare(),
        settings.jumpMinFollowers());
  }
}

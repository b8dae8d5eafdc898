package io.assay.workbench.worlds;

import java.util.Locale;

/**
 * How each platform behaves in a made-up crawl: every constant, once. They are targets of the size
 * that published reports state, not fits, and reports contradict each other.
 *
 * <ul>
 *   <li><b>Followers</b> are log-normal; the median is that of creators an agency would list, the
 *       deviation (natural log) reaches from tens to tens of millions.
 *   <li><b>Rate</b> is (likes + comments) / followers of a typical post, given at 1,000 and at
 *       1,000,000 followers and a power law between. Instagram: HypeAuditor's study of 37,000
 *       accounts (2018) has 4.3 % at 1–5k falling to 1.5 % above 1M, its UK figures for 2021 4.6 %
 *       at 1–5k; later reports are lower at the top. TikTok engages more and falls less, by some
 *       reports not at all. YouTube falls least, as viewers need not subscribe.
 *   <li><b>Comments</b> per like: a few in a hundred, most on YouTube.
 *   <li><b>What is shown</b>: Instagram shows plays of videos only, no shares and no saves; TikTok
 *       shows all; YouTube shows neither shares nor saves.
 * </ul>
 *
 * @see PostCounters
 */
public enum PlatformProfile {
  INSTAGRAM(
      new Size(Math.log(8_000), 2.1),
      new Rate(0.050, 0.010, 0.55, 0.55),
      new CounterRatios(0.020, 0.045, 0, 0),
      new Media(
          new String[] {"image", "carousel", "short_video", "video", "live"},
          new double[] {0.36, 0.25, 0.33, 0.05, 0.01},
          new double[] {0.92, 1.08, 1.05, 0.90, 0.60})),
  TIKTOK(
      new Size(Math.log(12_000), 2.2),
      new Rate(0.090, 0.040, 0.70, 0.90),
      new CounterRatios(0.012, 0.080, 0.05, 0.08),
      new Media(
          new String[] {"short_video", "carousel", "live"},
          new double[] {0.90, 0.09, 0.01},
          new double[] {1.00, 0.85, 0.60})),
  YOUTUBE(
      new Size(Math.log(6_000), 2.3),
      new Rate(0.035, 0.018, 0.65, 0.70),
      new CounterRatios(0.050, 0.038, 0, 0),
      new Media(
          new String[] {"video", "short_video", "live"},
          new double[] {0.60, 0.35, 0.05},
          new double[] {1.00, 1.10, 0.70}));

  /**
   * @param logMedian natural logarithm of the median followers
   * @param deviation of the natural logarithm
   */
  public record Size(double logMedian, double deviation) {}

  /**
   * @param small rate at 1,000 followers
   * @param large rate at 1,000,000 followers
   * @param betweenAccounts deviation of ln(rate) from account to account of one size
   * @param betweenPosts deviation of ln(rate) from post to post of one account
   */
  public record Rate(double small, double large, double betweenAccounts, double betweenPosts) {
    /** Rate at so many followers; below 100 it rises no more. */
    public double typical(double followers) {
      double slope = StrictMath.log(large / small) / StrictMath.log(1_000);
      return small * StrictMath.pow(Math.max(followers, 100) / 1_000, slope);
    }
  }

  /**
   * @param commentsPerLike median
   * @param likesPerView median, where views are shown
   * @param sharesPerLike median; 0 = the platform shows no shares
   * @param savesPerLike median; 0 = the platform shows no saves
   */
  public record CounterRatios(
      double commentsPerLike, double likesPerView, double sharesPerLike, double savesPerLike) {}

  /**
   * @param types media types
   * @param shares of posts
   * @param effect factor on the rate
   */
  public record Media(String[] types, double[] shares, double[] effect) {}

  public final Size size;
  public final Rate rate;
  public final CounterRatios counters;
  public final Media media;

  PlatformProfile(Size size, Rate rate, CounterRatios counters, Media media) {
    this.size = size;
    this.rate = rate;
    this.counters = counters;
    this.media = media;
  }

  /** The platform's name in the feeds. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

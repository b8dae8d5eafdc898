package io.assay.workbench.worlds;

import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Column;

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
 * @see CounterModel
 */
public enum PlatformProfile {
  INSTAGRAM(
      new Size(0.50, Math.log(8_000), 2.1, 0.002),
      new Rate(0.050, 0.010, 0.55, 0.55, 0.012),
      new Counters(0.020, 0.045, 0, 0, 0.06),
      new Media(
          new String[] {"image", "carousel", "short_video", "video", "live"},
          new double[] {0.36, 0.25, 0.33, 0.05, 0.01},
          new double[] {0.92, 1.08, 1.05, 0.90, 0.60})),
  TIKTOK(
      new Size(0.33, Math.log(12_000), 2.2, 0.002),
      new Rate(0.090, 0.040, 0.70, 0.90, 0.030),
      new Counters(0.012, 0.080, 0.05, 0.08, 0.00),
      new Media(
          new String[] {"short_video", "carousel", "live"},
          new double[] {0.90, 0.09, 0.01},
          new double[] {1.00, 0.85, 0.60})),
  YOUTUBE(
      new Size(0.17, Math.log(6_000), 2.3, 0.03),
      new Rate(0.035, 0.018, 0.65, 0.70, 0.020),
      new Counters(0.050, 0.038, 0, 0, 0.02),
      new Media(
          new String[] {"video", "short_video", "live"},
          new double[] {0.60, 0.35, 0.05},
          new double[] {1.00, 1.10, 0.70}));

  /**
   * @param share of all accounts
   * @param logMedian natural logarithm of the median followers
   * @param deviation of the natural logarithm
   * @param hidden share of accounts that hide followers
   */
  public record Size(double share, double logMedian, double deviation, double hidden) {}

  /**
   * @param small rate at 1,000 followers
   * @param large rate at 1,000,000 followers
   * @param betweenAccounts deviation of ln(rate) from account to account of one size
   * @param betweenPosts deviation of ln(rate) from post to post of one account
   * @param viral share of posts that leave the author's audience
   */
  public record Rate(
      double small, double large, double betweenAccounts, double betweenPosts, double viral) {
    /** Exponent of the power law between both. */
    double slope() {
      return Math.log(large / small) / Math.log(1_000);
    }

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
   * @param likesHidden share of accounts that hide likes
   */
  public record Counters(
      double commentsPerLike,
      double likesPerView,
      double sharesPerLike,
      double savesPerLike,
      double likesHidden) {}

  /**
   * @param types media types
   * @param shares of posts
   * @param effect factor on the rate
   */
  public record Media(String[] types, double[] shares, double[] effect) {}

  public final Size size;
  public final Rate rate;
  public final Counters counters;
  public final Media media;

  PlatformProfile(Size size, Rate rate, Counters counters, Media media) {
    this.size = size;
    this.rate = rate;
    this.counters = counters;
    this.media = media;
  }

  /** The platform's name in the feeds. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static double[] accountShares() {
    return Arrays.stream(values()).mapToDouble(p -> p.size.share()).toArray();
  }

  /** A constant of the row's platform, whose position is in the column {@code platform_index}. */
  static Column constant(ToDoubleFunction<PlatformProfile> of) {
    List<Double> constants = Arrays.stream(values()).map(of::applyAsDouble).toList();
    return Draw.at(constants, AccountTraits.PLATFORM);
  }

  /** As {@link #constant}, for columns of any one type; only the row's own is evaluated. */
  static Column column(Function<PlatformProfile, Column> of) {
    Column chosen = null;
    for (PlatformProfile p : values()) {
      Column here = AccountTraits.PLATFORM.equalTo(p.ordinal());
      chosen = chosen == null ? when(here, of.apply(p)) : chosen.when(here, of.apply(p));
    }
    return chosen;
  }
}

package io.assay.reporting.html.model;

import java.util.List;

/**
 * How engagement per follower is distributed over accounts, beside what others claim.
 *
 * @param absent why there is nothing to show; null where there is
 * @param bands by platform, scheme and band, at most {@link ReportLimits#BANDS}
 * @param bandsInAll how many there are
 * @param claims by claim, scheme and band, at most {@link ReportLimits#CLAIMS}
 * @param claimsInAll how many there are
 * @param defaultScheme scheme of the bands that the other sections speak of
 */
public record RateFacts(
    String absent,
    List<BandRates> bands,
    long bandsInAll,
    List<ClaimRates> claims,
    long claimsInAll,
    String defaultScheme) {

  /**
   * Rates are shares, 0.02 = 2 %; null where too few accounts stand behind them.
   *
   * @param accounts that have a rate
   * @param p05 5 % of them lie below
   * @param low lower end of the median's 95 % confidence interval
   */
  public record BandRates(
      String platform,
      String scheme,
      String band,
      long lower,
      Long upper,
      long accounts,
      Double p05,
      Double p25,
      Double median,
      Double p75,
      Double p95,
      Double low,
      Double high) {}

  /**
   * @param claimLow lower end of the claimed rate, a share
   * @param claimHigh upper end; null = no end
   * @param accounts compared
   * @param below of them the share below the claimed rate
   */
  public record ClaimRates(
      String statement,
      String source,
      String platform,
      String scheme,
      String band,
      double claimLow,
      Double claimHigh,
      long accounts,
      Double median,
      Double below,
      Double within,
      Double above) {}

  /** A platform and a scheme, whose bands stand in one picture. */
  public record Picture(String platform, String scheme) {}

  /** What there are pictures of; the bands that the other sections speak of first. */
  public List<Picture> pictures() {
    return bands.stream()
        .map(b -> new Picture(b.platform(), b.scheme()))
        .distinct()
        .sorted(
            java.util.Comparator.comparing((Picture p) -> !p.scheme().equals(defaultScheme))
                .thenComparing(Picture::platform)
                .thenComparing(Picture::scheme))
        .toList();
  }

  public List<BandRates> of(Picture picture) {
    return bands.stream()
        .filter(b -> b.platform().equals(picture.platform()))
        .filter(b -> b.scheme().equals(picture.scheme()))
        .toList();
  }

  public List<ClaimRates> claimsOf(Picture picture) {
    return claims.stream()
        .filter(c -> c.platform().equals(picture.platform()))
        .filter(c -> c.scheme().equals(picture.scheme()))
        .toList();
  }
}

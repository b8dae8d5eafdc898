package io.assay.reporting.html.model;

import java.util.List;

/**
 * How engagement falls with size, and who lies above and below.
 *
 * @param absent why there is nothing to show; null where there is
 * @param bins the curve
 * @param cells all accounts that have a rate, counted by size and rate
 * @param above accounts that earn most for their size and are trusted, the best first
 * @param doubtedAbove those that are doubted
 * @param below accounts that earn least for their size, the least first
 */
public record SizeCurve(
    String absent,
    List<CurveBin> bins,
    List<RateCell> cells,
    List<Standout> above,
    List<Standout> doubtedAbove,
    List<Standout> below) {

  /**
   * @param rate median rate, a share; null: see reason
   */
  public record CurveBin(
      String platform,
      long followersLow,
      long followersHigh,
      long accounts,
      Double followers,
      Double rate,
      String reason) {}

  /**
   * @param followers middle of the cell
   * @param rate middle of the cell, a share
   */
  public record RateCell(String platform, double followers, double rate, long accounts) {}

  /**
   * @param ratio rate / expected
   * @param authenticity 0-100; null where it is not assessable
   */
  public record Standout(
      String platform,
      String accountId,
      String handle,
      Long followers,
      double rate,
      double expected,
      double ratio,
      boolean doubted,
      Double authenticity) {}

  public List<String> platforms() {
    return bins.stream().map(CurveBin::platform).distinct().toList();
  }
}

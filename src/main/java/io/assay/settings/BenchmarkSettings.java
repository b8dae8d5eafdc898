package io.assay.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * Published claims about engagement: reference lines to look at, never thresholds.
 *
 * @param claims the claims, in the order of the file
 */
public record BenchmarkSettings(List<Claim> claims) {

  /**
   * @param id short name
   * @param statement the claim in words
   * @param source who says so
   * @param platform platform it speaks of, or "all"
   * @param metric rate it speaks of: rate_public, rate_total or rate_view
   * @param followersFrom least followers it speaks of
   * @param followersBelow followers it no longer speaks of; null for no end
   * @param low lower end of the claimed rate, a share
   * @param high upper end of the claimed rate, a share; null for no end
   */
  public record Claim(
      String id,
      String statement,
      String source,
      String platform,
      @OneOf({"rate_public", "rate_total", "rate_view"}) String metric,
      @Whole(min = 0, max = MOST_FOLLOWERS) long followersFrom,
      @Whole(min = 1, max = MOST_FOLLOWERS) Long followersBelow,
      @Decimal(min = 0, max = 1000) double low,
      @Decimal(min = 0, max = 1000) Double high) {}

  private static final long MOST_FOLLOWERS = Long.MAX_VALUE / 8;

  static BenchmarkSettings read(Section s) {
    List<Claim> claims = new ArrayList<>();
    for (Section claim : s.sections("claims")) {
      Claim read = claim.bind(Claim.class);
      if (read.high() != null && read.high() < read.low()) {
        claim.problem("high", read.high().toString(), "at least low = " + read.low());
      }
      if (read.followersBelow() != null && read.followersBelow() <= read.followersFrom()) {
        claim.problem(
            "followers_below",
            read.followersBelow().toString(),
            "more than followers_from = " + read.followersFrom());
      }
      if (claims.stream().anyMatch(other -> other.id().equals(read.id()))) {
        claim.problem("id", read.id(), "an id that no other claim has");
      }
      claims.add(read);
    }
    s.end();
    return new BenchmarkSettings(List.copyOf(claims));
  }
}

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
   * @param lower least followers it speaks of
   * @param upper followers it no longer speaks of; null for no end
   * @param low lower end of the claimed rate, a share
   * @param high upper end of the claimed rate, a share; null for no end
   */
  public record Claim(
      String id,
      String statement,
      String source,
      String platform,
      String metric,
      long lower,
      Long upper,
      double low,
      Double high) {}

  static BenchmarkSettings read(Section s) {
    List<Claim> claims = new ArrayList<>();
    for (Section claim : s.sections("claims")) {
      Claim read =
          new Claim(
              claim.text("id"),
              claim.text("statement"),
              claim.text("source"),
              claim.text("platform"),
              claim.oneOf("metric", List.of("rate_public", "rate_total", "rate_view")),
              claim.integer("followers_from", 0, Long.MAX_VALUE / 8),
              claim.has("followers_below")
                  ? claim.integer("followers_below", 1, Long.MAX_VALUE / 8)
                  : null,
              claim.decimal("low", 0, 1000),
              claim.has("high") ? claim.decimal("high", 0, 1000) : null);
      if (read.high() != null && read.high() < read.low()) {
        claim.problem("high", read.high().toString(), "at least low = " + read.low());
      }
      if (read.upper() != null && read.upper() <= read.lower()) {
        claim.problem(
            "followers_below",
            read.upper().toString(),
            "more than followers_from = " + read.lower());
      }
      if (claims.stream().anyMatch(other -> other.id().equals(read.id()))) {
        claim.problem("id", read.id(), "an id that no other claim has");
      }
      claims.add(read);
      claim.end();
    }
    s.end();
    return new BenchmarkSettings(List.copyOf(claims));
  }
}

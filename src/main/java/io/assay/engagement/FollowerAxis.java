package io.assay.engagement;

import io.assay.settings.BandSettings.Band;
import io.assay.settings.BandSettings.Scheme;
import io.assay.settings.BenchmarkSettings.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The follower axis, cut at every bound of every scheme and claim. The pieces, {@code [edge, next
 * edge)}, are numbered from 1: accounts are counted by piece once, and each band of each scheme is
 * a union of pieces.
 *
 * @param edges ascending, from 0
 */
record FollowerAxis(List<Scheme> schemes, List<Claim> claims, List<Long> edges) {

  /**
   * A band of a scheme.
   *
   * @param order position in its scheme, from 1
   * @param pieces what it consists of
   */
  record BandOfScheme(Scheme scheme, int order, Band band, int[] pieces) {}

  /**
   * The followers that a claim and a band share.
   *
   * @param from least followers
   * @param below followers no longer shared; null for no end
   * @param pieces what these consist of, at least one
   */
  record ClaimedBand(Claim claim, BandOfScheme band, long from, Long below, int[] pieces) {}

  static FollowerAxis of(List<Scheme> schemes, List<Claim> claims) {
    TreeSet<Long> edges = new TreeSet<>(List.of(0L));
    schemes.forEach(scheme -> scheme.bands().forEach(band -> edges.add(band.lower())));
    for (Claim claim : claims) {
      edges.add(claim.followersFrom());
      if (claim.followersBelow() != null) {
        edges.add(claim.followersBelow());
      }
    }
    return new FollowerAxis(schemes, claims, List.copyOf(edges));
  }

  /** Number of the piece that so many followers lie in. */
  static int piece(long[] edges, long followers) {
    int piece = 0;
    while (piece < edges.length && followers >= edges[piece]) {
      piece++;
    }
    return piece;
  }

  /**
   * Position of a rate among the rates that claims state, so that shares below and above a claim
   * can be counted without the values: see {@link #below} and {@link #above}.
   *
   * @param limits {@link #limits}
   */
  static int position(double[] limits, double rate) {
    int position = 0;
    for (double limit : limits) {
      position += (rate >= limit ? 1 : 0) + (rate > limit ? 1 : 0);
    }
    return position;
  }

  /** The rates that claims state, ascending. */
  double[] limits() {
    return claims.stream()
        .flatMap(claim -> Stream.of(claim.low(), claim.high()))
        .filter(Objects::nonNull)
        .distinct()
        .mapToDouble(Double::doubleValue)
        .sorted()
        .toArray();
  }

  /** Rates at positions up to this one are less than the limit. */
  int below(double limit) {
    return 2 * place(limit);
  }

  /** Rates at positions from this one on are greater than the limit; without a limit none are. */
  int above(Double limit) {
    return limit == null ? Integer.MAX_VALUE : 2 * place(limit) + 2;
  }

  /** All bands of all schemes. */
  List<BandOfScheme> bands() {
    List<BandOfScheme> bands = new ArrayList<>();
    for (Scheme scheme : schemes) {
      int order = 0;
      for (Band band : scheme.bands()) {
        order++;
        bands.add(new BandOfScheme(scheme, order, band, pieces(band.lower(), band.upper())));
      }
    }
    return bands;
  }

  /** All claims beside all bands that they overlap. */
  List<ClaimedBand> claimedBands() {
    List<ClaimedBand> claimed = new ArrayList<>();
    for (Claim claim : claims) {
      for (BandOfScheme band : bands()) {
        long from = Math.max(claim.followersFrom(), band.band().lower());
        Long below = lesser(claim.followersBelow(), band.band().upper());
        int[] pieces = pieces(from, below);
        if (pieces.length > 0) {
          claimed.add(new ClaimedBand(claim, band, from, below, pieces));
        }
      }
    }
    return claimed;
  }

  private int place(double limit) {
    return IntStream.range(0, limits().length)
        .filter(i -> limits()[i] == limit)
        .findFirst()
        .orElseThrow();
  }

  private int[] pieces(long from, Long below) {
    return IntStream.rangeClosed(1, edges.size())
        .filter(i -> edges.get(i - 1) >= from && (below == null || edges.get(i - 1) < below))
        .toArray();
  }

  private static Long lesser(Long a, Long b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return Math.min(a, b);
  }
}

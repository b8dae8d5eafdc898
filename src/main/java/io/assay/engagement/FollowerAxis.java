package io.assay.engagement;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.assay.settings.BandSettings.Band;
import io.assay.settings.BandSettings.Scheme;
import io.assay.settings.BenchmarkSettings.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The follower axis, cut at every bound of every scheme and claim. The pieces, {@code [edge, next
 * edge)}, are numbered from 1: accounts are counted by piece once, and each band of each scheme is
 * a union of pieces.
 *
 * @param edges ascending, from 0
 */
record FollowerAxis(List<Scheme> schemes, List<Claim> claims, List<Long> edges) {

  private static final StructType BANDS =
      new StructType()
          .add("piece", DataTypes.IntegerType)
          .add("scheme_order", DataTypes.IntegerType)
          .add("band_order", DataTypes.IntegerType)
          .add("scheme", DataTypes.StringType)
          .add("band", DataTypes.StringType)
          .add("lower", DataTypes.LongType)
          .add("upper", DataTypes.LongType);

  private static final StructType CLAIMS =
      new StructType()
          .add("piece", DataTypes.IntegerType)
          .add("metric_code", DataTypes.IntegerType)
          .add("claim_order", DataTypes.IntegerType)
          .add("scheme_order", DataTypes.IntegerType)
          .add("band_order", DataTypes.IntegerType)
          .add("followers_from", DataTypes.LongType)
          .add("followers_below", DataTypes.LongType)
          .add("below", DataTypes.IntegerType)
          .add("above", DataTypes.IntegerType);

  static FollowerAxis of(List<Scheme> schemes, List<Claim> claims) {
    TreeSet<Long> edges = new TreeSet<>(List.of(0L));
    schemes.forEach(scheme -> scheme.bands().forEach(band -> edges.add(band.lower())));
    for (Claim claim : claims) {
      edges.add(claim.lower());
      if (claim.upper() != null) {
        edges.add(claim.upper());
      }
    }
    return new FollowerAxis(schemes, claims, List.copyOf(edges));
  }

  /** Number of the piece (int) that a column of followers lies in; null for null. */
  Column piece(Column followers) {
    Column piece = lit(0);
    for (long edge : edges) {
      piece = piece.plus(followers.geq(edge).cast("int"));
    }
    return piece;
  }

  /**
   * Position (int) of a rate among the rates that claims state, so that shares below and above a
   * claim can be counted without the values: see {@link #below} and {@link #above}.
   */
  Column limits(Column rate) {
    Column position = lit(0);
    for (double limit : rates()) {
      position = position.plus(rate.geq(limit).cast("int")).plus(rate.gt(limit).cast("int"));
    }
    return position;
  }

  /** Rates at positions up to this one are less than the limit. */
  private int below(double limit) {
    return 2 * rates().indexOf(limit);
  }

  /** Rates at positions from this one on are greater than the limit; null for no limit. */
  private Integer above(Double limit) {
    return limit == null ? null : 2 * rates().indexOf(limit) + 2;
  }

  private List<Double> rates() {
    return claims.stream()
        .flatMap(claim -> Stream.of(claim.low(), claim.high()))
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }

  /** Name of the band of a scheme (string) that a column of followers lies in; null for null. */
  static Column band(Scheme scheme, Column followers) {
    Column band = lit(null).cast("string");
    for (Band candidate : scheme.bands()) {
      band = when(followers.geq(candidate.lower()), candidate.name()).otherwise(band);
    }
    return band;
  }

  /** Which piece belongs to which band: piece, scheme_order, band_order, and what describes it. */
  Dataset<Row> bands(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    for (Scheme scheme : schemes) {
      int order = 0;
      for (Band band : scheme.bands()) {
        order++;
        for (int piece : pieces(band.lower(), band.upper())) {
          rows.add(
              RowFactory.create(
                  piece,
                  schemes.indexOf(scheme),
                  order,
                  scheme.name(),
                  band.name(),
                  band.lower(),
                  band.upper()));
        }
      }
    }
    return spark.createDataFrame(rows, BANDS);
  }

  /**
   * Which piece belongs to the followers that a claim and a band share: piece, metric_code,
   * claim_order, scheme_order, band_order, followers_from, followers_below, and the positions below
   * and above the claim, see {@link #limits}.
   */
  Dataset<Row> claimedBands(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    for (Claim claim : claims) {
      for (Scheme scheme : schemes) {
        int order = 0;
        for (Band band : scheme.bands()) {
          order++;
          long from = Math.max(claim.lower(), band.lower());
          Long below = lesser(claim.upper(), band.upper());
          for (int piece : pieces(from, below)) {
            rows.add(
                RowFactory.create(
                    piece,
                    RateValues.METRICS.indexOf(claim.metric()),
                    claims.indexOf(claim),
                    schemes.indexOf(scheme),
                    order,
                    from,
                    below,
                    below(claim.low()),
                    above(claim.high())));
          }
        }
      }
    }
    return spark.createDataFrame(rows, CLAIMS);
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

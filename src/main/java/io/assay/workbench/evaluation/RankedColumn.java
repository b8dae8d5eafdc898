package io.assay.workbench.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Every metric of a score or likelihood over a sample: of each part of its accounts, with bootstrap
 * intervals. Cost: a pass over a part's accounts a replicate; replicates run side by side.
 */
final class RankedColumn {
  private static final List<String> SHARES =
      List.of(Metrics.PREVALENCE, Metrics.FLAG_PRECISION, Metrics.FLAG_RECALL);

  private final Sample sample;
  private final ColumnRole role;
  private final Flags flags;
  private final Bootstrap bootstrap;

  RankedColumn(Sample sample, ColumnRole role, Flags flags, Bootstrap bootstrap) {
    this.sample = sample;
    this.role = role;
    this.flags = flags;
    this.bootstrap = bootstrap;
  }

  /** Metrics that are computed together. */
  private record Numbers(List<String> names, String scope, Function<Tally, double[]> values) {}

  List<Result> results(Parts parts) {
    List<Result> results = new ArrayList<>();
    for (Part part : parts.all()) {
      results.addAll(of(part, Tally.Members.of(sample, parts.accounts(part))));
    }
    return results;
  }

  private List<Result> of(Part part, Tally.Members members) {
    List<Numbers> wanted = new ArrayList<>();
    wanted.add(new Numbers(SHARES, Result.LABELLED, RankedColumn::shares));
    if (role != ColumnRole.GROUP) {
      wanted.addAll(ofOrder());
    }
    // Positives of one strength are not what a likelihood speaks of.
    if (role == ColumnRole.LIKELIHOOD && part.strength().equals(Part.ALL)) {
      wanted.add(
          new Numbers(
              CalibrationMetrics.NAMES,
              Result.ASSESSED,
              t -> CalibrationMetrics.values(t.counts().assessed())));
    }
    Tally whole = Tally.of(sample, members, flags, null);
    List<Result> results = new ArrayList<>();
    for (Numbers numbers : wanted) {
      results.addAll(results(part, numbers, whole));
    }
    return withIntervals(results, wanted, members);
  }

  private static List<Numbers> ofOrder() {
    return List.of(
        new Numbers(
            List.of(Metrics.COVERAGE), Result.LABELLED, t -> new double[] {coverage(t.counts())}),
        new Numbers(RankingMetrics.NAMES, Result.LABELLED, t -> RankingMetrics.values(t.counts())),
        new Numbers(
            RankingMetrics.NAMES,
            Result.ASSESSED,
            t -> RankingMetrics.values(t.counts().assessed())));
  }

  private List<Result> results(Part part, Numbers numbers, Tally whole) {
    RankedCounts counts =
        numbers.scope().equals(Result.LABELLED) ? whole.counts() : whole.counts().assessed();
    double[] values = numbers.values().apply(whole);
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      String name = numbers.names().get(i);
      results.add(
          Result.of(
              name,
              numbers.scope(),
              part,
              values[i],
              counts.allPositives() + counts.allNegatives(),
              counts.allPositives(),
              reason(name, numbers.scope(), whole)));
    }
    return results;
  }

  /** Why a metric has no value, should it have none. */
  private static String reason(String metric, String scope, Tally whole) {
    RankedCounts counts =
        scope.equals(Result.LABELLED) ? whole.counts() : whole.counts().assessed();
    return switch (metric) {
      case Metrics.CALIBRATION_SLOPE, Metrics.CALIBRATION_INTERCEPT -> LogisticFit.reason(counts);
      case Metrics.FLAG_PRECISION -> "no labelled account is flagged";
      default ->
          scope.equals(Result.ASSESSED) && whole.counts().reason() == null
              ? counts.reason() + " is assessed"
              : counts.reason();
    };
  }

  private static double[] shares(Tally tally) {
    RankedCounts counts = tally.counts();
    return new double[] {
      (double) counts.allPositives() / (counts.allPositives() + counts.allNegatives()),
      tally.flagPrecision(),
      tally.flagRecall()
    };
  }

  private static double coverage(RankedCounts counts) {
    long assessed = counts.assessedPositives() + counts.assessedNegatives();
    return (double) assessed / (counts.allPositives() + counts.allNegatives());
  }

  private List<Result> withIntervals(
      List<Result> results, List<Numbers> wanted, Tally.Members members) {
    double[][] replicates =
        IntStream.range(0, bootstrap.replicates())
            .parallel()
            .mapToObj(r -> Tally.of(sample, members, flags, bootstrap.replicate(r)))
            .map(t -> wanted.stream().map(w -> w.values().apply(t)))
            .map(values -> values.flatMapToDouble(Arrays::stream).toArray())
            .toArray(double[][]::new);
    return intervals(results, replicates, bootstrap);
  }

  /**
   * @param replicates a row a replicate, with a value for each result
   */
  static List<Result> intervals(List<Result> results, double[][] replicates, Bootstrap bootstrap) {
    List<Result> within = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      int metric = i;
      double[] values = Arrays.stream(replicates).mapToDouble(r -> r[metric]).toArray();
      within.add(results.get(i).within(bootstrap.interval(values)));
    }
    return within;
  }
}

package io.assay.workbench.evaluation;

import static io.assay.workbench.evaluation.LongColumns.collect;

import io.assay.contracts.UserError;
import io.assay.job.RunsSpark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every metric of a column of groups. Groups are drawn whole by the bootstrap: a found group with
 * its partner, one without by itself.
 *
 * @param truths labelled groups
 * @param founds size of each found group
 * @param match which of them belong together
 * @param cells accounts by both
 */
@RunsSpark
record GroupColumn(
    Map<Long, LabelledGroup> truths,
    Map<Long, Long> founds,
    GroupMatch match,
    List<MutualInformation.Cell> cells) {

  private static final long MAX_MEMBERSHIPS = 20_000_000;
  private static final long MAX_GROUPS = 2_000_000;

  /** A labelled group: its size, the kinds of its members as bits, the bin of its strength. */
  record LabelledGroup(long size, long kinds, long strength) {}

  /**
   * @throws UserError if there are more groups than a driver holds
   */
  static GroupColumn collectFrom(Dataset<Row> truth, Dataset<Row> found, String column) {
    Row extent = GroupOverlaps.extent(truth, found).head();
    if (extent.getLong(0) + extent.getLong(1) > MAX_GROUPS || extent.getLong(2) > MAX_MEMBERSHIPS) {
      throw new UserError(
          "column "
              + column
              + " and the labels hold more than 2 million groups or 20 million"
              + " memberships",
          "Evaluate a part of the accounts: give --where.");
    }
    Map<Long, LabelledGroup> truths = new LinkedHashMap<>();
    Map<Long, Long> sizes = new LinkedHashMap<>();
    long[][] t = collect(GroupOverlaps.truthSizes(truth));
    for (int i = 0; i < t[0].length; i++) {
      truths.put(t[0][i], new LabelledGroup(t[1][i], t[2][i], t[3][i]));
      sizes.put(t[0][i], t[1][i]);
    }
    Map<Long, Long> founds = new LinkedHashMap<>();
    long[][] f = collect(GroupOverlaps.foundSizes(found));
    for (int i = 0; i < f[0].length; i++) {
      founds.put(f[0][i], f[1][i]);
    }
    long[][] o = collect(GroupOverlaps.shared(truth, found));
    List<GroupMatch.Overlap> overlaps =
        IntStream.range(0, o[0].length)
            .mapToObj(i -> new GroupMatch.Overlap(o[0][i], o[1][i], o[2][i]))
            .toList();
    long[][] c = collect(GroupOverlaps.cells(truth, found));
    List<MutualInformation.Cell> cells =
        IntStream.range(0, c[0].length)
            .mapToObj(i -> new MutualInformation.Cell(c[0][i], c[1][i], c[2][i]))
            .toList();
    return new GroupColumn(truths, founds, GroupMatch.of(sizes, founds, overlaps), cells);
  }

  /** Of all groups precision, recall, F1 and NMI; of each kind and strength recall. */
  List<Result> results(List<String> positive, Bootstrap bootstrap) {
    List<Result> results = new ArrayList<>(whole());
    List<Part> parts = parts(positive);
    for (Part part : parts) {
      results.add(recall(part));
    }
    double[][] replicates =
        IntStream.range(0, bootstrap.replicates())
            .parallel()
            .mapToObj(bootstrap::replicate)
            .map(r -> values(r::weight, parts))
            .toArray(double[][]::new);
    return RankedColumn.intervals(results, replicates, bootstrap);
  }

  private List<Result> whole() {
    double[] values = values(group -> 1, List.of());
    long matched = match.truths().size();
    String noTruth = "no labelled group";
    String noFound = "no group was found among labelled accounts";
    long accounts = cells.stream().mapToLong(MutualInformation.Cell::n).sum();
    long inTruth =
        cells.stream().filter(c -> c.truth() != 0).mapToLong(MutualInformation.Cell::n).sum();
    String scope = Result.LABELLED;
    return List.of(
        Result.of(
            Metrics.GROUP_PRECISION, scope, Part.WHOLE, values[0], founds.size(), matched, noFound),
        Result.of(
            Metrics.GROUP_RECALL, scope, Part.WHOLE, values[1], truths.size(), matched, noTruth),
        Result.of(Metrics.GROUP_F1, scope, Part.WHOLE, values[2], truths.size(), matched, noTruth),
        Result.of(Metrics.NMI, scope, Part.WHOLE, values[3], accounts, inTruth, noTruth));
  }

  private Result recall(Part part) {
    long n = truths.entrySet().stream().filter(e -> isIn(part, e.getValue())).count();
    long found =
        truths.entrySet().stream()
            .filter(e -> isIn(part, e.getValue()) && match.truths().contains(e.getKey()))
            .count();
    return Result.of(
        Metrics.GROUP_RECALL, Result.LABELLED, part, (double) found / n, n, found, null);
  }

  private List<Part> parts(List<String> positive) {
    List<Part> parts = new ArrayList<>();
    List<Part> ofKind = new ArrayList<>(List.of(Part.WHOLE));
    for (String kind : positive) {
      if (occurs(Part.ofKind(kind))) {
        ofKind.add(Part.ofKind(kind));
        parts.add(Part.ofKind(kind));
      }
    }
    for (Part part : ofKind) {
      LabelledAccounts.STRENGTHS.stream()
          .map(part::ofStrength)
          .filter(this::occurs)
          .forEach(parts::add);
    }
    return parts;
  }

  private boolean occurs(Part part) {
    return truths.values().stream().anyMatch(truth -> isIn(part, truth));
  }

  private static boolean isIn(Part part, LabelledGroup truth) {
    boolean kind =
        part.kind().equals(Part.ALL)
            || (truth.kinds() & LabelledAccounts.bits(List.of(part.kind()))) != 0;
    return kind
        && (part.strength().equals(Part.ALL)
            || LabelledAccounts.STRENGTHS.indexOf(part.strength()) + 1 == truth.strength());
  }

  /** Precision, recall, F1 and NMI of all, then the recall of each part. */
  private double[] values(LongUnaryOperator weight, List<Part> parts) {
    double matched = 0;
    double all = 0;
    double[] matchedOf = new double[parts.size()];
    double[] allOf = new double[parts.size()];
    for (Map.Entry<Long, LabelledGroup> truth : truths.entrySet()) {
      long w = weight.applyAsLong(truth.getKey());
      boolean hit = match.truths().contains(truth.getKey());
      all += w;
      matched += hit ? w : 0;
      for (int i = 0; i < allOf.length; i++) {
        if (isIn(parts.get(i), truth.getValue())) {
          allOf[i] += w;
          matchedOf[i] += hit ? w : 0;
        }
      }
    }
    double strangers = 0;
    for (long found : founds.keySet()) {
      strangers += match.founds().contains(found) ? 0 : weight.applyAsLong(found);
    }
    double[] values = new double[4 + parts.size()];
    values[0] = matched / (matched + strangers);
    values[1] = matched / all;
    values[2] = all == 0 ? Double.NaN : 2 * matched / (all + matched + strangers);
    values[3] = all == 0 ? Double.NaN : MutualInformation.of(cells, weight);
    for (int i = 0; i < allOf.length; i++) {
      values[4 + i] = matchedOf[i] / allOf[i];
    }
    return values;
  }
}

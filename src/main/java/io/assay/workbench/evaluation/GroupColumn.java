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
 * @param partners the same by F1
 * @param classes names of the classes, in the order of their bits
 * @param cells accounts by both
 */
@RunsSpark
record GroupColumn(
    Map<Long, LabelledGroup> truths,
    Map<Long, Long> founds,
    GroupMatch match,
    MatchedGroups partners,
    List<String> classes,
    List<MutualInformation.Cell> cells) {

  private static final long MAX_MEMBERSHIPS = 20_000_000;
  private static final long MAX_GROUPS = 2_000_000;

  /** A labelled group: its size, kinds and classes of its members as bits, bin of its strength. */
  record LabelledGroup(long size, long kinds, long classes, long strength) {}

  /**
   * @throws UserError if there are more groups than a driver holds
   */
  static GroupColumn collectFrom(
      Dataset<Row> truth, Dataset<Row> found, String column, List<String> classes) {
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
      truths.put(t[0][i], new LabelledGroup(t[1][i], t[2][i], t[3][i], t[4][i]));
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
    return new GroupColumn(
        truths,
        founds,
        GroupMatch.of(sizes, founds, overlaps),
        MatchedGroups.of(sizes, founds, overlaps),
        classes,
        cells);
  }

  /** Of all groups every metric; of each kind or class, and of each strength, recall and F1. */
  List<Result> results(Positives positives, Bootstrap bootstrap) {
    List<Result> results = new ArrayList<>(whole());
    List<Part> parts = parts(positives);
    for (Part part : parts) {
      results.addAll(ofPart(part));
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
        Result.of(Metrics.NMI, scope, Part.WHOLE, values[3], accounts, inTruth, noTruth),
        Result.of(
            Metrics.MATCHED_F1,
            scope,
            Part.WHOLE,
            values[4],
            truths.size(),
            partners.f1().size(),
            truths.isEmpty() ? noTruth : partners.reason()));
  }

  private List<Result> ofPart(Part part) {
    List<Long> groups =
        truths.entrySet().stream()
            .filter(e -> isIn(part, e.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    long n = groups.size();
    long found = groups.stream().filter(match.truths()::contains).count();
    long paired = groups.stream().filter(partners.f1()::containsKey).count();
    double f1 = groups.stream().mapToDouble(partners::of).sum() / n;
    String scope = Result.LABELLED;
    return List.of(
        Result.of(Metrics.GROUP_RECALL, scope, part, (double) found / n, n, found, null),
        Result.of(Metrics.MATCHED_F1, scope, part, f1, n, paired, partners.reason()));
  }

  private List<Part> parts(Positives positives) {
    List<Part> parts = new ArrayList<>();
    List<Part> ofKind = new ArrayList<>(List.of(Part.WHOLE));
    for (Part part : Parts.of(positives)) {
      if (occurs(part)) {
        ofKind.add(part);
        parts.add(part);
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

  private boolean isIn(Part part, LabelledGroup truth) {
    return part.bits(classes).has(truth.kinds(), truth.classes())
        && (part.strength().equals(Part.ALL)
            || LabelledAccounts.STRENGTHS.indexOf(part.strength()) + 1 == truth.strength());
  }

  /** Precision, recall, F1, NMI and matched F1 of all, then recall and matched F1 of each part. */
  private double[] values(LongUnaryOperator weight, List<Part> parts) {
    double matched = 0;
    double all = 0;
    double f1 = 0;
    double[] matchedOf = new double[parts.size()];
    double[] allOf = new double[parts.size()];
    double[] f1Of = new double[parts.size()];
    for (Map.Entry<Long, LabelledGroup> truth : truths.entrySet()) {
      long w = weight.applyAsLong(truth.getKey());
      boolean hit = match.truths().contains(truth.getKey());
      all += w;
      matched += hit ? w : 0;
      double weighed = w * partners.of(truth.getKey());
      f1 += weighed;
      for (int i = 0; i < allOf.length; i++) {
        if (isIn(parts.get(i), truth.getValue())) {
          allOf[i] += w;
          matchedOf[i] += hit ? w : 0;
          f1Of[i] += weighed;
        }
      }
    }
    double strangers = 0;
    for (long found : founds.keySet()) {
      strangers += match.founds().contains(found) ? 0 : weight.applyAsLong(found);
    }
    double[] values = new double[5 + 2 * parts.size()];
    values[0] = matched / (matched + strangers);
    values[1] = matched / all;
    values[2] = all == 0 ? Double.NaN : 2 * matched / (all + matched + strangers);
    values[3] = all == 0 ? Double.NaN : MutualInformation.of(cells, weight);
    values[4] = f1 / all;
    for (int i = 0; i < allOf.length; i++) {
      values[5 + 2 * i] = matchedOf[i] / allOf[i];
      values[6 + 2 * i] = f1Of[i] / allOf[i];
    }
    return values;
  }
}

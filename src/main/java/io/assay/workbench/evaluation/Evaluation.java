package io.assay.workbench.evaluation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.UserError;
import io.assay.job.RunsSpark;
import io.assay.workbench.evaluation.EvaluationRequest.Measured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Compares columns of a table with labels.
 *
 * <p>Input: any table with an account a row (for groups: a membership a row), and labels. Output:
 * {@link Evaluated}. Algorithm: labels are brought to one row an account and joined to the table by
 * Spark; of the labelled accounts score, label bits and cluster come to the driver as arrays,
 * sorted by score, and every metric is a pass over them. Cost: a shuffle of labels and table by
 * account; 50 bytes a labelled account on the driver; a pass a part and replicate.
 */
@RunsSpark
public final class Evaluation {
  private static final int MAX_CLASSES = 62;
  private static final int MAX_SEGMENTS = 100;
  private static final String[] ACCOUNT = {"platform", "account_id"};

  private final EvaluatedTable table;
  private final Labels labels;
  private final EvaluationRequest request;
  private final List<String> classes;
  private final Dataset<Row> rows;
  private final Dataset<Row> accounts;

  private Evaluation(EvaluatedTable table, Labels labels, EvaluationRequest request) {
    this.table = table;
    this.labels = labels;
    this.request = request;
    this.classes = values(labels.rows(), col("class"), MAX_CLASSES, "the labels' class");
    this.rows = table.rows().select(neededColumns());
    this.accounts = LabelledAccounts.of(labels.rows(), request.positives(), classes);
  }

  /**
   * @throws UserError if the columns cannot be evaluated or no account can
   */
  public static Evaluated of(EvaluatedTable table, Labels labels, EvaluationRequest request) {
    ColumnChecks.requireColumns(table, request);
    Evaluation evaluation = new Evaluation(table, labels, request);
    // A table may be a computation, and both are read once a column and more.
    evaluation.rows.persist();
    evaluation.accounts.persist();
    try {
      return evaluation.run();
    } finally {
      evaluation.rows.unpersist();
      evaluation.accounts.unpersist();
    }
  }

  private Evaluated run() {
    ColumnChecks.requireValues(rows, table.name(), request);
    LabelCounts counts = LabelCounts.of(accounts, rows);
    requireSome(counts);
    List<Evaluated.OfColumn> columns = new ArrayList<>();
    for (Measured measured : request.columns()) {
      columns.add(measured.role() == ColumnRole.GROUP ? groups(measured) : ranked(measured));
    }
    return new Evaluated(
        new Origin(table.name(), table.version(), table.runId()),
        new Origin(labels.name(), labels.version(), null),
        counts,
        columns);
  }

  private void requireSome(LabelCounts counts) {
    if (counts.evaluated() == 0) {
      throw new UserError(
          "no account of "
              + labels.name()
              + " can be evaluated: "
              + counts.contradictory()
              + " are genuine and something else, "
              + counts.other()
              + " have labels that do not count as positive",
          "Check the labels, and what counts as positive: " + request.positives().words() + ".");
    }
    if (counts.evaluated() > Sample.MAX_ACCOUNTS) {
      throw new UserError(
          labels.name()
              + " labels "
              + counts.evaluated()
              + " accounts; at most "
              + Sample.MAX_ACCOUNTS
              + " are evaluated at once",
          "Give a random part of the labels with --labels.");
    }
  }

  private Evaluated.OfColumn ranked(Measured measured) {
    Column number = finite(EvaluatedTable.number(measured.column()));
    boolean reversed = request.isReversed(measured.role());
    Dataset<Row> joined = joined(reversed ? number.multiply(-1).plus(0.0) : number);
    Map<String, List<String>> segments = segments(joined);
    Sample sample = Sample.collect(joined, request.flagColumn() != null, segments.values());
    Flags flags = Flags.of(sample, measured.role(), request.orientedThreshold(measured.role()));
    List<Result> results = results(measured.role(), sample, flags, segments);
    if (measured.role() == ColumnRole.LIKELIHOOD) {
      int[] all = parts(sample, segments).accounts(Part.WHOLE);
      Tally tally = Tally.of(sample, Tally.Members.of(sample, all), flags, null);
      results.addAll(Reliability.of(Part.WHOLE, tally.counts().assessed()));
    }
    double least = reversed ? -flags.threshold() : flags.threshold();
    return new Evaluated.OfColumn(measured, Double.isNaN(least) ? null : least, results);
  }

  /** An infinite score is the largest there is: as a threshold, infinity flags nobody. */
  private static Column finite(Column number) {
    return when(number.gt(Double.MAX_VALUE), Double.MAX_VALUE)
        .when(number.lt(-Double.MAX_VALUE), -Double.MAX_VALUE)
        .otherwise(number);
  }

  /** Who is in any group is flagged. Segments do not split groups. */
  private Evaluated.OfColumn groups(Measured measured) {
    Dataset<Row> evaluated = accounts.where(LabelledAccounts.isEvaluated());
    Dataset<Row> keys = evaluated.select(ACCOUNT[0], ACCOUNT[1]);
    Dataset<Row> truth = GroupOverlaps.truth(labels.rows(), keys, request.positives(), classes);
    Dataset<Row> found = GroupOverlaps.found(rows, keys, measured.column());
    List<Result> results =
        new ArrayList<>(
            GroupColumn.collectFrom(truth, found, measured.column(), classes)
                .results(request.positives(), request.bootstrap()));
    Dataset<Row> members =
        found.select(ACCOUNT[0], ACCOUNT[1]).distinct().withColumn("value", lit(1.0));
    Dataset<Row> joined =
        evaluated.join(members, ACCOUNT, "left").na().fill(0.0, new String[] {"value"});
    Sample sample = Sample.collect(joined, false, List.of());
    results.addAll(results(ColumnRole.GROUP, sample, new Flags(sample, 1.0), Map.of()));
    return new Evaluated.OfColumn(measured, null, results);
  }

  private List<Result> results(
      ColumnRole role, Sample sample, Flags flags, Map<String, List<String>> segments) {
    Bootstrap bootstrap = request.bootstrap();
    List<Result> results =
        new ArrayList<>(
            new RankedColumn(sample, role, flags, bootstrap).results(parts(sample, segments)));
    results.addAll(new BenignClasses(sample, flags, classes, bootstrap).results());
    return results;
  }

  private Parts parts(Sample sample, Map<String, List<String>> segments) {
    return new Parts(sample, request.positives(), classes, segments);
  }

  /** The labelled accounts with their value, flag and segments, null where the table has none. */
  private Dataset<Row> joined(Column value) {
    List<Column> columns = new ArrayList<>();
    columns.add(col(ACCOUNT[0]));
    columns.add(col(ACCOUNT[1]));
    columns.add(value.as("value"));
    if (request.flagColumn() != null) {
      columns.add(EvaluatedTable.quoted(request.flagColumn()).try_cast("boolean").as(Sample.FLAG));
    }
    for (int i = 0; i < request.segments().size(); i++) {
      Column segment = EvaluatedTable.quoted(request.segments().get(i)).cast("string");
      columns.add(segment.as(Sample.segmentColumn(i)));
    }
    return accounts
        .where(LabelledAccounts.isEvaluated())
        .join(rows.select(columns.toArray(Column[]::new)), ACCOUNT, "left");
  }

  private Map<String, List<String>> segments(Dataset<Row> joined) {
    Map<String, List<String>> segments = new LinkedHashMap<>();
    for (int i = 0; i < request.segments().size(); i++) {
      String name = request.segments().get(i);
      segments.put(name, values(joined, Sample.segment(i), MAX_SEGMENTS, "--segment " + name));
    }
    return segments;
  }

  private Column[] neededColumns() {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(List.of(ACCOUNT));
    request.columns().forEach(measured -> names.add(measured.column()));
    names.addAll(request.segments());
    if (request.flagColumn() != null) {
      names.add(request.flagColumn());
    }
    return names.stream().map(EvaluatedTable::quoted).toArray(Column[]::new);
  }

  private static List<String> values(Dataset<Row> rows, Column column, int most, String what) {
    List<String> values =
        rows
            .select(column.as("value"))
            .where(col("value").isNotNull())
            .distinct()
            .limit(most + 1)
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .sorted()
            .toList();
    if (values.size() > most) {
      throw new UserError(
          what + " has more than " + most + " different values",
          "Group them into fewer; a class or segment is a word, not a number.");
    }
    return values;
  }
}

package io.assay.workbench.evaluation;

import io.assay.testing.SparkFixture;
import io.assay.workbench.evaluation.EvaluationRequest.Measured;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tables and labels, written down, and what evaluations make of them. */
final class Given {
  private Given() {}

  /** Rows of SQL values under these columns; the platform is x. */
  static Dataset<Row> rows(String columns, String... values) {
    return SparkFixture.spark()
        .sql(
            "SELECT 'x' AS platform, * FROM VALUES "
                + String.join(", ", values)
                + " AS t("
                + columns
                + ")");
  }

  static EvaluatedTable table(String columns, String... values) {
    return new EvaluatedTable(rows(columns, values), "scores", null, null);
  }

  /** Each as account, label, group, role, class and strength, of which the last may be missing. */
  static Labels labels(String... lines) {
    List<String> values =
        List.of(lines).stream()
            .map(
                line -> {
                  String[] cells = java.util.Arrays.copyOf(line.split(" "), 6);
                  return "("
                      + java.util.Arrays.stream(cells)
                          .map(c -> c == null || c.equals("-") ? "NULL" : "'" + c + "'")
                          .collect(Collectors.joining(", "))
                      + ")";
                })
            .toList();
    Dataset<Row> rows =
        rows("account_id, label, group_id, role, class, strength", values.toArray(String[]::new))
            .selectExpr(
                "platform",
                "account_id",
                "label",
                "cast(group_id AS STRING) AS group_id",
                "cast(role AS STRING) AS role",
                "cast(class AS STRING) AS class",
                "cast(strength AS DOUBLE) AS strength",
                "cast(NULL AS STRING) AS source");
    return new Labels(rows, "labels", null);
  }

  static EvaluationRequest request(ColumnRole role, String column, String... segments) {
    return new EvaluationRequest(
        List.of(new Measured(column, role)),
        Positives.ofLabels(LabelledAccounts.KINDS),
        false,
        null,
        null,
        List.of(segments),
        new Bootstrap(0, 1));
  }

  /** Values by metric, scope and what they are of, as {@code metric/scope/kind/segment/...}. */
  static Map<String, Double> values(Evaluated evaluated) {
    Map<String, Double> values = new TreeMap<>();
    for (Result r : evaluated.columns().get(0).results()) {
      values.put(name(r), r.value());
    }
    return values;
  }

  static Result result(Evaluated evaluated, String name) {
    return evaluated.columns().get(0).results().stream()
        .filter(r -> name(r).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + values(evaluated)));
  }

  /** The metric and, where they are not "all" or "labelled", what it is of. */
  private static String name(Result r) {
    StringBuilder name = new StringBuilder(r.metric());
    for (String part :
        List.of(r.scope(), r.part().kind(), r.part().segment(), r.part().accountClass(), r.bin())) {
      if (!part.equals(Part.ALL) && !part.equals(Result.LABELLED)) {
        name.append(' ').append(part);
      }
    }
    return name.toString();
  }
}

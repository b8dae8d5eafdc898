package io.assay.contracts;

import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.assay.contracts.Table.Layer;
import java.util.List;

/** How well scores, likelihoods and groups agree with labels. */
public final class EvaluationTables {

  public static final Table EVALUATION =
      new Table(
          Layer.OPS,
          "evaluation",
          "One row per metric of every evaluation, for all accounts and for each kind, segment,"
              + " class and bin. See evaluation.md for what each metric means.",
          List.of(
              required("evaluation_id", StringType, "one call of `assay evaluate`"),
              required("evaluated_at", TimestampType, "when").in("UTC"),
              required("code_version", StringType, "version of the application"),
              required("scorer", StringType, "table, path or baseline that was evaluated"),
              optional("scorer_version", LongType, "Delta version of the table; null for others"),
              optional("run_id", StringType, "run that published the evaluated rows, see ops.run"),
              required("crawl", StringType, "lake, crawl or world whose accounts were scored"),
              optional("seed", LongType, "seed of the world; null where nothing was generated"),
              optional("as_of", DateType, "day whose rows were evaluated").in("UTC day"),
              required("label_source", StringType, "table or path of the labels"),
              optional("label_version", LongType, "Delta version of the labels; null for files"),
              required(
                  "positive",
                  StringType,
                  "labels that count as positive, by comma; then of class and the chosen classes, if any"),
              required("column_name", StringType, "evaluated column"),
              required("role", StringType, "score, likelihood or group"),
              required("metric", StringType, "name of the metric"),
              required(
                  "scope",
                  StringType,
                  "labelled: every labelled account, those without a value ranked last;"
                      + " assessed: only accounts with a value"),
              required("kind", StringType, "label against which genuine is held; all = any"),
              required("segment_column", StringType, "column that splits the accounts; all = none"),
              required("segment", StringType, "its value; all = every account"),
              required(
                  "class",
                  StringType,
                  "class of genuine accounts, or of the positive ones if chosen; all = every one"),
              required("bin", StringType, "strength or likelihood of the bin; all = any"),
              optional("value", DoubleType, "the metric; null where reason says why"),
              optional("low", DoubleType, "lower end of the 95 % bootstrap interval"),
              optional("high", DoubleType, "upper end of it"),
              required("n", LongType, "what was counted").in("accounts or groups"),
              required("positives", LongType, "of these the positive; of groups those paired")
                  .in("accounts or groups"),
              optional("reason", StringType, "why there is no value")),
          List.of(),
          List.of(),
          List.of());

  private EvaluationTables() {}
}

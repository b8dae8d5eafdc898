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

/** Models that were fitted, and how good they are. */
public final class ModelTables {

  /** Type of a map from evidence to likelihood; its parameters are those of the settings. */
  public static final String LOGISTIC = "logistic";

  public static final Table MODEL =
      new Table(
          Layer.OPS,
          "model",
          "Fitted models of every type, with their parameters: one row per metric of a model and"
              + " follower band, or one without a metric where nothing was measured. Of a map from"
              + " evidence to likelihood (`assay calibrate`) metrics are of likelihoods that maps"
              + " fitted without the account gave, at the labels' own share of positives.",
          List.of(
              required("model", StringType, "name, under which settings and results refer to it"),
              required(
                  "kind",
                  StringType,
                  "what it is for: of a likelihood the kind of fraud, e.g. bot"),
              required("type", StringType, "what its parameters are; logistic: see parameters"),
              required(
                  "parameters",
                  StringType,
                  "all that is needed to apply it, as JSON. logistic: base_rate (share of accounts for"
                      + " which the likelihood is true), intercept (of an account of which nothing is"
                      + " known), signals (weights by name), groups (weights of ties) and without_groups"
                      + " (intercept and signals where no groups could be looked for); a signal has"
                      + " none also where it is known of fewer than ten labelled accounts of either"
                      + " class"),
              required("fitted_at", TimestampType, "when").in("UTC"),
              required("code_version", StringType, "version of the application"),
              required("as_of", DateType, "day of what it was fitted to").in("UTC day"),
              required("run_id", StringType, "run that published that; see ops.run"),
              optional("label_source", StringType, "table or path of the labels; null without any"),
              required("band", StringType, "follower band; all = every account"),
              optional(
                  "metric",
                  StringType,
                  "name of the metric, see evaluation.md; null where nothing was measured"),
              optional("value", DoubleType, "the metric; null where reason says why"),
              optional("low", DoubleType, "lower end of the 95 % bootstrap interval"),
              optional("high", DoubleType, "upper end of it"),
              optional("n", LongType, "accounts it was measured on").in("accounts"),
              optional("positives", LongType, "of these the positive").in("accounts"),
              optional("reason", StringType, "why there is no value")),
          List.of("model", "kind", "band", "metric"),
          List.of(),
          List.of());

  private ModelTables() {}
}

package io.assay.contracts;

import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import io.assay.contracts.Table.Layer;
import java.util.List;

/** Models that were fitted to labels, and how good they are. */
public final class ModelTables {

  public static final Table MODEL =
      new Table(
          Layer.OPS,
          "model",
          "One row per metric of every map from evidence to likelihood that `assay calibrate`"
              + " fitted, for all labelled accounts and by follower band. Metrics are of"
              + " likelihoods that maps fitted without the account gave, at the labels' own share"
              + " of positives.",
          List.of(
              required("model", StringType, "name; account_suspicion says which gave a likelihood"),
              required("kind", StringType, "what it is the likelihood of"),
              required("fitted_at", TimestampType, "when").in("UTC"),
              required("code_version", StringType, "version of the application"),
              required("as_of", DateType, "day of the evidence").in("UTC day"),
              required("run_id", StringType, "run that published the evidence; see ops.run"),
              required("label_source", StringType, "table or path of the labels"),
              required("base_rate", DoubleType, "share of accounts for which it is true")
                  .in("share 0-1"),
              required("intercept", DoubleType, "of the logistic map, at the base rate"),
              required(
                  "weights",
                  createMapType(StringType, DoubleType),
                  "by family, of -log10 of its Fisher probability; 0 also where fewer than ten"
                      + " labelled accounts of either class have evidence of it"),
              required("band", StringType, "follower band; all = every account"),
              required("metric", StringType, "name of the metric, see evaluation.md"),
              optional("value", DoubleType, "the metric; null where reason says why"),
              optional("low", DoubleType, "lower end of the 95 % bootstrap interval"),
              optional("high", DoubleType, "upper end of it"),
              required("n", LongType, "labelled accounts with evidence").in("accounts"),
              required("positives", LongType, "of these the positive").in("accounts"),
              optional("reason", StringType, "why there is no value")),
          List.of("model", "kind", "band", "metric"),
          List.of(),
          List.of());

  private ModelTables() {}
}

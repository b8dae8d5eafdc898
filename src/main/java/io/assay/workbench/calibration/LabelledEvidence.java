package io.assay.workbench.calibration;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.contracts.Kind;
import io.assay.statistics.LikelihoodModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;

/** Labelled accounts beside what the families of a kind say of them. */
final class LabelledEvidence {
  private LabelledEvidence() {}

  /**
   * Accounts that have the label are positive, genuine ones are not; those that are both, and those
   * that have other labels only, are left out, and so is who has no evidence.
   *
   * @param accounts see {@link EvidenceOfDay#accounts}
   * @param labels columns of the feed {@code labels}
   * @param folds into how many parts accounts are split, members of a group into one
   * @return platform, account_id, label (double, 1 or 0), cluster (long, the same of members of a
   *     group), fold (int), features (vector: {@link LikelihoodModel#evidence} of the kind's
   *     signals, then of its ties), known (array of boolean of these)
   */
  static Dataset<Row> of(Dataset<Row> accounts, Dataset<Row> labels, Kind kind, int folds) {
    Column group = coalesce(min(when(col("group_id").notEqual(""), col("group_id"))), lit(""));
    Dataset<Row> outcomes =
        labels
            .groupBy("platform", "account_id")
            .agg(
                max(col("label").equalTo(kind.title())).as("has"),
                max(col("label").equalTo("genuine")).as("genuine"),
                max(col("label").notEqual("genuine")).as("other"),
                group.as("group_id"))
            .where(col("has").and(not(col("genuine"))).or(col("genuine").and(not(col("other")))));
    Column cluster =
        when(col("group_id").equalTo(""), xxhash64(col("platform"), col("account_id")))
            .otherwise(xxhash64(col("platform"), col("group_id")));
    Features features = Features.of(kind);
    UserDefinedFunction evidence =
        udf(
            (UDF2<Seq<Double>, scala.collection.Map<String, Double>, Vector>) features::evidence,
            SQLDataTypes.VectorType());
    UserDefinedFunction known =
        udf(
            (UDF2<Seq<Double>, scala.collection.Map<String, Double>, boolean[]>) features::known,
            DataTypes.createArrayType(DataTypes.BooleanType));
    Column[] given = {col(EvidenceOfDay.EVIDENCE), col(EvidenceOfDay.TIES)};
    // Groups with a positive member and groups without are dealt out apart, so that every fold has
    // its share of both.
    WindowSpec together = Window.partitionBy("cluster");
    WindowSpec dealt = Window.partitionBy("guilty").orderBy("cluster");
    return accounts
        .join(outcomes, new String[] {"platform", "account_id"})
        .withColumn("known", known.apply(given))
        .where(array_contains(col("known"), true))
        .withColumn("label", col("has").cast("double"))
        .withColumn("cluster", cluster)
        .withColumn("guilty", max("label").over(together))
        .withColumn("fold", dense_rank().over(dealt).mod(folds))
        .withColumn("features", evidence.apply(given))
        .select("platform", "account_id", "label", "cluster", "fold", "features", "known");
  }
}

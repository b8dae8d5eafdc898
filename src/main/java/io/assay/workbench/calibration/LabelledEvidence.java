package io.assay.workbench.calibration;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.contracts.Family;
import io.assay.contracts.FamilyColumns;
import io.assay.contracts.Kind;
import io.assay.statistics.LikelihoodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Labelled accounts beside what the families of a kind say of them. */
final class LabelledEvidence {
  private LabelledEvidence() {}

  /**
   * Accounts that have the label are positive, genuine ones are not; those that are both, and those
   * that have other labels only, are left out, and so is who has no evidence.
   *
   * @param families rows of {@code gold.account_family_evidence}
   * @param labels columns of the feed {@code labels}
   * @param folds into how many parts accounts are split, members of a group into one
   * @return platform, account_id, label (double, 1 or 0), cluster (long, the same of members of a
   *     group), fold (int), features (vector, {@link LikelihoodModel#evidence} of the families'
   *     Fisher probabilities in the kind's order), and these (double)
   */
  static Dataset<Row> of(Dataset<Row> families, Dataset<Row> labels, Kind kind, int folds) {
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
    Column[] probabilities =
        kind.families().stream().map(family -> col(probability(family))).toArray(Column[]::new);
    UDF1<Row, Vector> evidence = LabelledEvidence::evidence;
    // Groups with a positive member and groups without are dealt out apart, so that every fold has
    // its share of both.
    WindowSpec together = Window.partitionBy("cluster");
    WindowSpec dealt = Window.partitionBy("guilty").orderBy("cluster");
    Dataset<Row> joined =
        families
            .join(outcomes, new String[] {"platform", "account_id"})
            .where(coalesce(probabilities).isNotNull())
            .withColumn("label", col("has").cast("double"))
            .withColumn("cluster", cluster)
            .withColumn("guilty", max("label").over(together))
            .withColumn("fold", dense_rank().over(dealt).mod(folds))
            .withColumn(
                "features", udf(evidence, SQLDataTypes.VectorType()).apply(struct(probabilities)));
    return joined.select(
        Stream.concat(
                Stream.of("platform", "account_id", "label", "cluster", "fold", "features"),
                kind.families().stream().map(LabelledEvidence::probability))
            .map(c -> col(c))
            .toArray(Column[]::new));
  }

  /** Column of what the signals of a family say together. */
  static String probability(Family family) {
    return FamilyColumns.of(family).fisherP();
  }

  private static Vector evidence(Row probabilities) {
    List<Double> each = new ArrayList<>();
    for (int i = 0; i < probabilities.size(); i++) {
      each.add(probabilities.isNullAt(i) ? null : probabilities.getDouble(i));
    }
    return Vectors.dense(LikelihoodModel.evidence(each));
  }
}

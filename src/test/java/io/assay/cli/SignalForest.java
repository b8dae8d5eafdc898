package io.assay.cli;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.contracts.SignalTables;
import io.assay.contracts.SilverTables;
import io.assay.testing.TestLake;
import java.util.Locale;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the signals of a set hold, if one has labels to learn from: the AUC of a random forest. */
final class SignalForest {
  private static final int FOLDS = 5;
  private static final String FOLD = "fold";

  private final Dataset<Row> accounts;

  private SignalForest(Dataset<Row> accounts) {
    this.accounts = accounts;
  }

  /**
   * @param platform of the accounts, or how their platforms begin
   */
  static SignalForest of(TestLake lake, String platform) {
    Column[] values =
        SignalTables.measured().stream()
            .map(s -> coalesce(col(s.name()).cast("double"), lit(-1.0)))
            .toArray(Column[]::new);
    Dataset<Row> labels =
        lake.table(SilverTables.LABEL)
            .groupBy("platform", "account_id")
            .agg(
                max(col("label").equalTo("bot").cast("double")).as("label"),
                max(col("label").equalTo("genuine")).as("genuine"))
            .where(not(col("genuine").and(col("label").equalTo(1))));
    return new SignalForest(
        lake.table(SignalTables.ACCOUNT_SIGNAL)
            .where(col("platform").startsWith(platform))
            .join(labels, new String[] {"platform", "account_id"})
            .select(
                col("account_id"),
                col("label"),
                pmod(abs(xxhash64(col("account_id"))), lit(FOLDS)).as(FOLD),
                org.apache.spark.ml.functions.array_to_vector(array(values)).as("features"))
            .coalesce(1)
            .sortWithinPartitions("account_id")
            .cache());
  }

  /** AUC over all accounts, each judged by a forest that was grown without its fifth. */
  double crossValidated(String name) {
    Dataset<Row> judged = null;
    for (int fold = 0; fold < FOLDS; fold++) {
      Column held = col(FOLD).equalTo(fold);
      Dataset<Row> part = judged(accounts.where(not(held)), accounts.where(held));
      judged = judged == null ? part : judged.union(part);
    }
    return auc(name + " forest on signals, 5-fold", judged);
  }

  /** AUC over the accounts of a condition, judged by a forest grown on all others. */
  double heldOut(String name, Column test) {
    return auc(
        name + " forest on signals, official test",
        judged(accounts.where(not(test)), accounts.where(test)));
  }

  private static Dataset<Row> judged(Dataset<Row> training, Dataset<Row> test) {
    return new RandomForestClassifier()
        .setNumTrees(200)
        .setMaxDepth(12)
        .setMaxBins(64)
        .setSeed(1)
        .fit(training)
        // The copy is without the summary, which cannot be sent to executors.
        .copy(new ParamMap())
        .transform(test)
        .select("label", "probability");
  }

  private static double auc(String what, Dataset<Row> judged) {
    double auc =
        new BinaryClassificationEvaluator()
            .setRawPredictionCol("probability")
            .setNumBins(0)
            .evaluate(judged);
    System.out.printf(Locale.ROOT, "%s AUC %.3f%n", what, auc);
    return auc;
  }
}

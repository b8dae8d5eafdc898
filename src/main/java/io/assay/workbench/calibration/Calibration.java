package io.assay.workbench.calibration;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.GroupTie;
import io.assay.contracts.Kind;
import io.assay.job.RunsSpark;
import io.assay.statistics.LikelihoodModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Matrices;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;

/**
 * Fits the map from evidence to likelihood, a logistic regression with weights that are not
 * negative, and gives every labelled account the likelihood of a map that was fitted without it.
 *
 * <p>Cost: five passes a fold over the labelled accounts, in one partition and sorted by key, so
 * that the same labels give the same map.
 */
@RunsSpark
public final class Calibration implements AutoCloseable {
  public static final int FOLDS = 5;

  /** Accounts of either class that a family needs to be given a weight, and a kind to be fitted. */
  public static final int LEAST = 10;

  /**
   * Most that a tie to a group may weigh: the logarithm of the odds that a member is rightly one,
   * if one in a hundred is not. No labelled world holds all the ways in which groups can err.
   */
  public static final double MOST_OF_A_TIE = 4.6;

  /**
   * Most that a signal may weigh: a tail of one in a hundred then says as much as a tie to a group.
   * What hardly anybody of a labelled world does, some do elsewhere.
   */
  public static final double MOST_OF_A_SIGNAL = 3;

  /** L2: of classes that a signal parts altogether no weight would be large enough. */
  private static final double REGULARIZATION = 1e-6;

  /** Groups of either class: of one group nothing is left to fit to while it is judged. */
  private static final int LEAST_GROUPS = 2;

  private final Kind kind;
  private final Dataset<Row> accounts;
  private final Features features;
  private final boolean[] heard;
  private final long positives;
  private final long negatives;

  /** Groups in which the accounts of the class with fewer of them are, who is alone being one. */
  private final long groups;

  private Calibration(Kind kind, Dataset<Row> accounts) {
    this.kind = kind;
    this.accounts = accounts;
    features = Features.of(kind);
    heard = new boolean[features.size()];
    List<Column> counts = new ArrayList<>(List.of(count(lit(1))));
    counts.add(sum("label"));
    counts.add(countDistinct(when(col("label").equalTo(1), col("cluster"))));
    counts.add(countDistinct(when(col("label").equalTo(0), col("cluster"))));
    for (int i = 0; i < heard.length; i++) {
      Column known = col("known").getItem(i);
      counts.add(count(when(known.and(col("label").equalTo(1)), 1)));
      counts.add(count(when(known.and(col("label").equalTo(0)), 1)));
    }
    Row row =
        accounts.agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new)).head();
    positives = row.isNullAt(1) ? 0 : (long) row.getDouble(1);
    negatives = row.getLong(0) - positives;
    groups = Math.min(row.getLong(2), row.getLong(3));
    for (int i = 0; i < heard.length; i++) {
      // Nobody genuine need be in a group for membership to tell.
      boolean ofGenuine = features.isTie(i) || row.getLong(5 + 2 * i) >= LEAST;
      heard[i] = row.getLong(4 + 2 * i) >= LEAST && ofGenuine;
    }
  }

  /** To be closed when done with. */
  public static Calibration of(Dataset<Row> evidence, Dataset<Row> labels, Kind kind) {
    return new Calibration(
        kind,
        LabelledEvidence.of(evidence, labels, kind, FOLDS)
            .coalesce(1)
            .sortWithinPartitions("platform", "account_id")
            .persist(StorageLevel.MEMORY_AND_DISK()));
  }

  /** Why there can be no map; null where there can. */
  public String reason() {
    if (positives < LEAST || negatives < LEAST) {
      return "accounts with evidence that are labelled "
          + kind.title()
          + ": "
          + positives
          + ", genuine: "
          + negatives
          + "; "
          + LEAST
          + " of each are needed";
    }
    if (groups < LEAST_GROUPS) {
      return "accounts labelled "
          + kind.title()
          + " or the genuine ones are of "
          + groups
          + (groups == 1 ? " group; " : " groups; ")
          + LEAST_GROUPS
          + " are needed, so that a map is tried on groups it has not seen";
    }
    boolean any = false;
    for (boolean each : heard) {
      any |= each;
    }
    return any ? null : "no signal is known of " + LEAST + " accounts labelled " + kind.title();
  }

  /** The map fitted on all labelled accounts, at their share of positives. */
  public Fit fit() {
    LikelihoodModel alone = train(accounts, false);
    LikelihoodModel model = GroupTie.of(kind).isEmpty() ? alone : train(accounts, true);
    return new Fit(kind, model, alone, positives, negatives);
  }

  /**
   * Likelihoods by maps that were fitted without the account's fold.
   *
   * @return platform, account_id, likelihood (double)
   */
  public Dataset<Row> crossValidated() {
    Dataset<Row> all = null;
    for (int fold = 0; fold < FOLDS; fold++) {
      Column held = col("fold").equalTo(fold);
      LikelihoodModel model = train(accounts.where(not(held)), true);
      Dataset<Row> judged =
          accounts
              .where(held)
              .select(col("platform"), col("account_id"), likelihood(model).as("likelihood"));
      all = all == null ? judged : all.union(judged);
    }
    return all;
  }

  private static Column likelihood(LikelihoodModel model) {
    UDF1<Vector, Double> likelihood = evidence -> model.of(evidence.toArray());
    return udf(likelihood, DataTypes.DoubleType).apply(col("features"));
  }

  /**
   * A map of our own: MLlib's would send its summary, and with it the session, to the executors,
   * where it cannot go once results were observed.
   */
  private LikelihoodModel train(Dataset<Row> labelled, boolean withTies) {
    int n = features.size();
    double[] most = new double[n];
    for (int i = 0; i < n; i++) {
      most[i] = heard[i] && (withTies || !features.isTie(i)) ? features.most(i) : 0;
    }
    LogisticRegressionModel fitted =
        new LogisticRegression()
            .setFamily("binomial")
            .setLowerBoundsOnCoefficients(Matrices.zeros(1, n))
            .setUpperBoundsOnCoefficients(Matrices.dense(1, n, most))
            .setLowerBoundsOnIntercepts(Vectors.dense(-Double.MAX_VALUE))
            .setUpperBoundsOnIntercepts(Vectors.dense(Double.MAX_VALUE))
            .setRegParam(REGULARIZATION)
            .setStandardization(false)
            .setMaxIter(200)
            .setTol(1e-7)
            .fit(labelled);
    return new LikelihoodModel(
        fitted.intercept(),
        Arrays.stream(fitted.coefficients().toArray()).mapToObj(w -> Math.max(0, w)).toList());
  }

  @Override
  public void close() {
    accounts.unpersist();
  }
}

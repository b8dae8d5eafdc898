package io.assay.reporting.changes;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Changed accounts with all that moved them, in rows as they are written. */
final class ChangedParts {

  /** The columns of {@link #of}, in their order. */
  static final List<String> COLUMNS =
      List.of(
          "platform",
          "account_id",
          "handle",
          "flagged_from",
          "flagged_to",
          "decision_from",
          "decision_to",
          "cluster_from",
          "cluster_to",
          "kind",
          "likelihood_from",
          "likelihood_to",
          "log_odds_from",
          "log_odds_to",
          "signal",
          "cause",
          "part",
          "value_from",
          "value_to",
          "tail_from",
          "tail_to",
          "weight_from",
          "weight_to",
          "peer_group_from",
          "peer_group_to");

  private static final String[] KIND = {"platform", "account_id", "kind"};

  private ChangedParts() {}

  /**
   * @param accounts of {@link AccountChanges#of}, with {@link #withClusters}
   * @param kinds of {@link AccountChanges#kinds} that are told of
   * @param weighed see {@link ContributionChanges#of}
   * @return one row an account, kind and part, {@link #COLUMNS}; an account of which no kind is
   *     told has one, without a kind. Accounts that moved most first, of each the largest part
   *     first
   */
  static Dataset<Row> of(
      Dataset<Row> accounts,
      Dataset<Row> kinds,
      DayTables from,
      DayTables to,
      Dataset<Row> weighed) {
    Dataset<Row> before = LogOdds.of(kinds, "from", from.evidence(), from.level());
    Dataset<Row> after = LogOdds.of(kinds, "to", to.evidence(), to.level());
    Dataset<Row> parts =
        ContributionChanges.of(kinds, from.evidence(), to.evidence(), weighed)
            .unionByName(ContributionChanges.beside(before, after));
    Dataset<Row> moved =
        kinds
            .select(
                col("platform"),
                col("account_id"),
                col("kind"),
                col("from").as("likelihood_from"),
                col("to").as("likelihood_to"))
            .join(odds(before, "log_odds_from"), KIND)
            .join(odds(after, "log_odds_to"), KIND)
            .join(parts, KIND, "left");
    return accounts
        .join(moved, AccountChanges.KEY.toArray(String[]::new), "left")
        .orderBy(
            Stream.concat(
                    Stream.of(col("largest").desc()),
                    Stream.concat(
                        Stream.of("platform", "account_id", "kind").map(functions::col),
                        Stream.of(abs(col("part")).desc(), col("signal"), col("cause"))))
                .toArray(Column[]::new))
        .select(COLUMNS.stream().map(functions::col).toArray(Column[]::new));
  }

  /**
   * @param accounts platform, account_id and others
   * @param from {@code gold.account_cluster} of one day
   * @param to of the other
   * @return the same with cluster_from and cluster_to, in words; null where none is known
   */
  static Dataset<Row> withClusters(Dataset<Row> accounts, Dataset<Row> from, Dataset<Row> to) {
    String[] key = AccountChanges.KEY.toArray(String[]::new);
    return accounts
        .join(clusters(from, "cluster_from"), key, "left")
        .join(clusters(to, "cluster_to"), key, "left");
  }

  private static Dataset<Row> clusters(Dataset<Row> clusters, String name) {
    Column words =
        when(
                col("suspicious"),
                concat(col("cluster_id"), lit(" (suspicious: "), col("kind"), lit(")")))
            .otherwise(col("cluster_id"));
    return clusters.select(col("platform"), col("account_id"), words.as(name));
  }

  private static Dataset<Row> odds(Dataset<Row> logOdds, String name) {
    return logOdds.select(
        col("platform"), col("account_id"), col("kind"), col("log_odds").as(name));
  }
}

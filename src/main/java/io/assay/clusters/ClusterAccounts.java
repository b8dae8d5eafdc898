package io.assay.clusters;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.job.RunsSpark;
import io.assay.peers.AccountRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** An account with its signals and its stratum, read by position. */
@RunsSpark
record ClusterAccounts(Row row) {
  private static final String STRATUM = "stratum";
  private static final String SAMPLED = "sampled";

  /** Parts of the range of hashes in which a sample's size can be told. */
  private static final long FINE = 1L << 30;

  /** So much more is drawn than is wanted: how many hashes fall below a bound varies. */
  private static final double SPARE = 1.2;

  /** A stratum of a platform. */
  record StratumPart(String platform, Stratum stratum) implements Comparable<StratumPart> {
    private static final Comparator<StratumPart> ORDER =
        Comparator.comparing(StratumPart::platform).thenComparing(StratumPart::stratum);

    @Override
    public int compareTo(StratumPart other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * @param measured rows as {@link AccountRow} reads them
   * @param engagement {@code gold.account_engagement} of the day
   * @return rows as this class reads them
   */
  static Dataset<Row> of(Dataset<Row> measured, Dataset<Row> engagement) {
    Dataset<Row> posts = engagement.select("platform", "account_id", "posts_counted");
    List<Column> columns = new ArrayList<>();
    AccountRow.NAMES.forEach(name -> columns.add(col(name)));
    columns.add(
        when(coalesce(col("posts_counted"), lit(0)).gt(0), lit(Stratum.CREATORS.title()))
            .otherwise(lit(Stratum.AUDIENCE.title()))
            .as(STRATUM));
    return measured
        .join(posts, new String[] {"platform", "account_id"}, "left")
        .select(columns.toArray(Column[]::new));
  }

  /** How many accounts each part has. */
  static Map<StratumPart, Long> sizes(Dataset<Row> accounts) {
    Map<StratumPart, Long> sizes = new TreeMap<>();
    accounts
        .groupBy("platform", STRATUM)
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(
            row ->
                sizes.put(
                    new StratumPart(row.getString(0), Stratum.of(row.getString(1))),
                    row.getLong(2)));
    return sizes;
  }

  /**
   * Some accounts of each part: those of the least hashes, sorted by id. The same accounts give the
   * same sample; how many they are is bounded.
   *
   * @param sizes accounts of each part
   * @param most accounts of a part
   */
  static Map<StratumPart, List<AccountRow>> sample(
      Dataset<Row> accounts, Map<StratumPart, Long> sizes, int most, long seed) {
    Column bound = lit(FINE);
    for (Map.Entry<StratumPart, Long> part : sizes.entrySet()) {
      double share = SPARE * most / part.getValue();
      if (share < 1) {
        Column is =
            col("platform")
                .equalTo(part.getKey().platform())
                .and(col(STRATUM).equalTo(part.getKey().stratum().title()));
        bound = when(is, lit((long) (share * FINE))).otherwise(bound);
      }
    }
    Column hash = pmod(xxhash64(lit(seed), col("platform"), col("account_id")), lit(FINE));
    Map<StratumPart, List<Row>> drawn = new TreeMap<>();
    for (Row row :
        accounts.withColumn(SAMPLED, hash).where(col(SAMPLED).lt(bound)).collectAsList()) {
      ClusterAccounts account = new ClusterAccounts(row);
      drawn
          .computeIfAbsent(
              new StratumPart(account.signals().platform(), account.stratum()),
              p -> new ArrayList<>())
          .add(row);
    }
    Comparator<Row> byHash =
        Comparator.<Row>comparingLong(row -> row.getLong(row.size() - 1))
            .thenComparing(row -> row.getString(1));
    Map<StratumPart, List<AccountRow>> sample = new TreeMap<>();
    drawn.forEach(
        (part, rows) ->
            sample.put(
                part,
                rows.stream()
                    .sorted(byHash)
                    .limit(most)
                    .map(AccountRow::new)
                    .sorted(Comparator.comparing(AccountRow::accountId))
                    .toList()));
    return sample;
  }

  AccountRow signals() {
    return new AccountRow(row);
  }

  Stratum stratum() {
    return Stratum.of(row.getString(AccountRow.NAMES.size()));
  }
}

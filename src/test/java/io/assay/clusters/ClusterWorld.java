package io.assay.clusters;

import static io.assay.testing.SparkFixture.spark;

import io.assay.contracts.CoordinationTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.EvidenceTables;
import io.assay.contracts.Field;
import io.assay.contracts.SignalTables;
import io.assay.contracts.Table;
import io.assay.peers.PeerHistogram;
import io.assay.testing.MemoryLake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StructType;

/** Accounts with signals that follow from their number, so that every run has the same. */
final class ClusterWorld {
  private final List<Map<String, Object>> accounts = new ArrayList<>();

  /** People differ in all that is known of them, and one thing says nothing of another. */
  ClusterWorld people(String platform, int n) {
    for (int i = 0; i < n; i++) {
      Map<String, Object> values = account(platform, "person%04d".formatted(i));
      values.put("followings", 50.0 + i * 37 % 211 * 5);
      values.put("follower_count", 40.0 + i * 53 % 211 * 9);
      values.put("following_ratio", 0.2 + i * 71 % 211 / 40.0);
      values.put("posts_count", 3.0 + i * 89 % 211);
      values.put("account_age_days", 100.0 + i * 101 % 211 * 12);
      values.put("handle_digit_share", i * 113 % 211 / 700.0);
      values.put("no_picture", i % 25 == 0);
      values.put("quiet_hours", 6.0 + i * 131 % 5);
    }
    return this;
  }

  /** Accounts that were made for an order in a few days. */
  ClusterWorld crowd(String platform, int n) {
    for (int i = 0; i < n; i++) {
      Map<String, Object> values = account(platform, "crowd%04d".formatted(i));
      values.put("followings", 1900.0 + i % 7 * 20);
      values.put("follower_count", (double) (i % 3));
      values.put("following_ratio", 900.0 + i % 7 * 15);
      values.put("posts_count", 0.0);
      values.put("account_age_days", 20.0 + i % 5);
      values.put("handle_digit_share", 0.5 + i % 4 * 0.02);
      values.put("no_picture", true);
      values.put("quiet_hours", 6.0 + i * 131 % 5);
    }
    return this;
  }

  /** Accounts that do not differ. */
  ClusterWorld alike(String platform, int n) {
    for (int i = 0; i < n; i++) {
      Map<String, Object> values = account(platform, "same%04d".formatted(i));
      values.put("followings", 312.0);
      values.put("no_picture", true);
    }
    return this;
  }

  /** The same accounts, the last first. */
  ClusterWorld backwards() {
    Collections.reverse(accounts);
    return this;
  }

  private Map<String, Object> account(String platform, String id) {
    Map<String, Object> values = new HashMap<>();
    values.put("platform", platform);
    values.put("account_id", id);
    values.put("peer_group", platform + " 0-1023 followers");
    accounts.add(values);
    return values;
  }

  /** Puts a day's tables into a lake. */
  MemoryLake deliver(MemoryLake lake, LocalDate day) {
    Dataset<Row> signals = rows(SignalTables.ACCOUNT_SIGNAL);
    put(lake, SignalTables.ACCOUNT_SIGNAL, day, signals);
    put(
        lake,
        CoordinationTables.ACCOUNT_COORDINATION,
        day,
        rows(CoordinationTables.ACCOUNT_COORDINATION));
    put(lake, EngagementTables.ACCOUNT_ENGAGEMENT, day, rows(EngagementTables.ACCOUNT_ENGAGEMENT));
    List<Row> counts =
        PeerHistogram.counts(
                signals.join(
                    rows(CoordinationTables.ACCOUNT_COORDINATION)
                        .select("platform", "account_id", "mutual_pair_share", "farm_hit_share"),
                    new String[] {"platform", "account_id"}),
                SignalRows.BINS)
            .collectAsList();
    put(
        lake,
        EvidenceTables.PEER_HISTOGRAM,
        day,
        spark().createDataFrame(PeerHistogram.rows(counts, SignalRows.BINS), PeerHistogram.SCHEMA));
    return lake;
  }

  private static void put(MemoryLake lake, Table table, LocalDate day, Dataset<Row> rows) {
    lake.replace(table, day, rows.drop("as_of", "run_id"), null, null, List::of);
  }

  private Dataset<Row> rows(Table table) {
    StructType schema = new StructType();
    for (Field field : table.fields()) {
      schema = schema.add(field.name(), field.type());
    }
    List<Row> rows =
        accounts.stream()
            .map(
                values ->
                    RowFactory.create(
                        table.fields().stream()
                            .map(field -> values.getOrDefault(field.name(), empty(field)))
                            .toArray()))
            .toList();
    return spark().createDataFrame(rows, schema);
  }

  /** What no signal comes from is null, or as good as that. */
  private static Object empty(Field field) {
    if (!field.required()) {
      return null;
    }
    return field.type() instanceof ArrayType
        ? new Object[0]
        : field.type() instanceof LongType
            ? (Object) 0L
            : field.type() instanceof DoubleType
                ? (Object) 0.0
                : field.type() instanceof BooleanType ? (Object) false : null;
  }
}

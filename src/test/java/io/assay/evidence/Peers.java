package io.assay.evidence;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Field;
import io.assay.contracts.Signal;
import io.assay.contracts.SignalTables;
import io.assay.contracts.Signals;
import io.assay.contracts.Table;
import io.assay.peers.AccountRow;
import io.assay.peers.CountBins;
import io.assay.peers.PeerHistogram;
import io.assay.peers.PeerTails;
import io.assay.settings.Settings;
import io.assay.statistics.LogBins;
import io.assay.statistics.PeerGroups;
import io.assay.statistics.SignedBins;
import io.assay.testing.OneDay;
import io.assay.testing.Rules;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Accounts with their signals written down, and what is said of them: by the rules alone ({@link
 * #judged}), or by the stage ({@link #published}).
 */
final class Peers {
  static final LocalDate DAY = LocalDate.parse("2026-10-31");
  static final SignedBins BINS = new SignedBins(new LogBins(120));

  private final Map<String, Map<String, Object>> accounts = new LinkedHashMap<>();

  /** What is said of the accounts. */
  record Published(
      Map<String, Row> families,
      Map<String, Row> evidence,
      List<String> histogram,
      List<String> texts) {
    Object of(String account, String column) {
      return families.get(account).getAs(column);
    }

    /** Of an account and a signal, parted by a blank. */
    Object found(String accountAndSignal, String column) {
      return evidence.get(accountAndSignal).getAs(column);
    }
  }

  /** Adds an account, or values to one: pairs of a column and a value. */
  Peers account(String platform, String id, Object... columnAndValue) {
    Map<String, Object> values = accounts.computeIfAbsent(id, i -> new HashMap<>());
    values.put("platform", platform);
    values.put("account_id", id);
    values.put("peer_group", platform + " 0-1023 followers");
    values.put("as_of", Date.valueOf(DAY));
    return set(id, columnAndValue);
  }

  Peers set(String id, Object... columnAndValue) {
    for (int i = 0; i < columnAndValue.length; i += 2) {
      accounts.get(id).put((String) columnAndValue[i], columnAndValue[i + 1]);
    }
    return this;
  }

  /** Rows as {@link CountBins#SCHEMA}. */
  private List<Row> counts() {
    Map<List<Object>, Long> counts = new LinkedHashMap<>();
    for (Map<String, Object> account : accounts.values()) {
      for (Signal signal : Signals.ALL) {
        String platform = (String) account.get("platform");
        Object group =
            signal.family().bySize() ? account.get("peer_group") : PeerGroups.everybody(platform);
        counts.merge(
            List.of(platform, group, signal.name(), bin(account.get(signal.name()))),
            1L,
            Long::sum);
      }
    }
    List<Row> rows = new ArrayList<>();
    counts.forEach(
        (key, n) -> rows.add(RowFactory.create(key.get(0), key.get(1), key.get(2), key.get(3), n)));
    return rows;
  }

  private static int bin(Object value) {
    if (value == null) {
      return SignedBins.UNKNOWN;
    }
    return BINS.bin(value instanceof Boolean flag ? (flag ? 1 : 0) : (Double) value);
  }

  private static Dataset<Row> table(Table table, List<Map<String, Object>> values) {
    StructType schema = new StructType();
    for (Field field : table.fields()) {
      schema = schema.add(field.name(), field.type());
    }
    String[] names = schema.fieldNames();
    List<Row> rows =
        values.stream()
            .map(v -> RowFactory.create(Stream.of(names).map(v::get).toArray()))
            .toList();
    return spark().createDataFrame(rows, schema);
  }

  /** What the rules say of each account, without Spark. */
  Published judged(Settings settings) {
    int minPeers = settings.evidence().minPeers();
    List<Row> counts = counts();
    PeerTails tails = PeerTails.of(counts, minPeers, BINS);
    List<Row> rows = accounts.values().stream().map(a -> row(a, AccountRow.NAMES)).toList();
    List<Row> scores = new ArrayList<>();
    CountFamilies.count(rows.iterator(), tails).forEachRemaining(scores::add);
    Judge judge = new Judge(tails, FamilyTails.of(scores, minPeers), BINS, settings.evidence());
    List<Row> families = new ArrayList<>();
    List<Row> evidence = new ArrayList<>();
    for (Row row : rows) {
      Row judged = judge.of(new AccountRow(row));
      evidence.addAll(judged.getList(judged.fieldIndex("found")));
      families.add(without(judged, "found"));
    }
    return published(families, evidence, PeerHistogram.rows(counts, BINS));
  }

  private static Row row(Map<String, Object> values, List<String> names) {
    return RowFactory.create(names.stream().map(values::get).toArray());
  }

  /** A row without its last column. */
  private static Row without(Row row, String last) {
    StructField[] fields = row.schema().fields();
    assertThat(fields[fields.length - 1].name()).isEqualTo(last);
    Object[] values = new Object[row.size() - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    return new GenericRowWithSchema(
        values, new StructType(Arrays.copyOf(fields, fields.length - 1)));
  }

  /** What the stage publishes, in the types of the tables; their rules hold. */
  Published published(Settings settings, int partitions) {
    Map<String, List<Row>> published = new HashMap<>();
    new OneDay(
            table -> {
              assertThat(SignalTables.HOLDING).contains(table);
              return table(table, List.copyOf(accounts.values())).repartition(partitions);
            },
            (table, rows) -> published.put(table.name(), Rules.obeyed(table, rows)))
        .run(EvidenceJob.JOB, settings, DAY);
    return published(
        published.get("account_family_evidence"),
        published.get("account_evidence"),
        published.get("peer_histogram"));
  }

  private static Published published(List<Row> families, List<Row> evidence, List<Row> histogram) {
    Map<String, Row> byAccount = new LinkedHashMap<>();
    families.forEach(r -> byAccount.put(r.getAs("account_id"), r));
    Map<String, Row> bySignal = new LinkedHashMap<>();
    evidence.forEach(r -> bySignal.put(r.getAs("account_id") + " " + r.getAs("signal"), r));
    assertThat(bySignal).hasSameSizeAs(evidence);
    assertThat(byAccount).hasSameSizeAs(families);
    List<String> texts =
        Stream.of(families, evidence, histogram)
            .flatMap(List::stream)
            .map(Row::toString)
            .sorted()
            .toList();
    return new Published(
        byAccount, bySignal, histogram.stream().map(r -> r.mkString("|")).sorted().toList(), texts);
  }
}

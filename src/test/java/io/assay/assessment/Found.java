package io.assay.assessment;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.AssessmentTables;
import io.assay.contracts.AudienceTables;
import io.assay.contracts.CoordinationTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.EvidenceTables;
import io.assay.contracts.Field;
import io.assay.contracts.GroupTie;
import io.assay.contracts.Kind;
import io.assay.contracts.ModelTables;
import io.assay.contracts.Signal;
import io.assay.contracts.SignalTables;
import io.assay.contracts.Signals;
import io.assay.contracts.Table;
import io.assay.job.CheckResult;
import io.assay.peers.AccountRow;
import io.assay.settings.SettingsLoader;
import io.assay.statistics.LogBins;
import io.assay.statistics.PeerGroups;
import io.assay.statistics.SignedBins;
import io.assay.testing.OneDay;
import io.assay.testing.Rules;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** What other stages found of accounts of one platform, written down, and what is concluded. */
final class Found {
  static final LocalDate DAY = LocalDate.parse("2026-10-31");

  /** Of how many a ladder is, see {@link #ladder}. */
  static final int LADDER = 9_999;

  private static final String GROUP = "x 0-1023 followers";
  private static final SignedBins BINS = new SignedBins(new LogBins(120));

  private final Map<Table, List<Map<String, Object>>> tables = new HashMap<>();

  /** Values of signals by account. */
  private final Map<String, Map<String, Object>> signals = new LinkedHashMap<>();

  private final Set<String> groups = new HashSet<>();

  /** Accounts by signal and bin that stand in the histogram and nowhere else. */
  private final Map<String, TreeMap<Integer, Long>> others = new HashMap<>();

  /** What its own checks found the last time. */
  final List<CheckResult> told = new ArrayList<>();

  /** Groups were looked for, and one more account is in no pair. */
  Found() {
    peers("mutual_pair_share", 0, 1);
  }

  /** On a platform of which nobody crawled who engages whom. */
  static Found withoutInteractions() {
    Found found = new Found();
    found.others.clear();
    return found;
  }

  /**
   * An account, which other tables need not know; pairs of a column and a value: of signals, and of
   * what families say.
   */
  Found account(String id, Object... columnAndValue) {
    Map<String, Object> values = account(id);
    values.put("peer_group", GROUP);
    set(values, columnAndValue);
    signals.put(id, values);
    add(EvidenceTables.ACCOUNT_FAMILY_EVIDENCE, values);
    add(SignalTables.ACCOUNT_SIGNAL, values);
    return add(CoordinationTables.ACCOUNT_COORDINATION, values);
  }

  /** So many more peers with a value of a signal, of whom nothing else is known. */
  Found peers(String signal, double value, long n) {
    others.computeIfAbsent(signal, s -> new TreeMap<>()).merge(BINS.bin(value), n, Long::sum);
    return this;
  }

  /**
   * {@link #LADDER} peers of each of the signals, whose values tell how rare they are: of ten that
   * reach a step, nine stay on it. Values: 1 of nine tenths, 2 of nine in a hundred, up to 5.
   */
  Found ladder(String... names) {
    for (String name : names) {
      peers(name, 1, 9_000).peers(name, 2, 900).peers(name, 3, 90).peers(name, 4, 9);
    }
    return this;
  }

  Found profile(String id, long followers, String band) {
    return add(
        EngagementTables.ACCOUNT_ENGAGEMENT,
        set(account(id), "followers", followers, "band", band));
  }

  Found finding(String id, String family, String signal, double tail) {
    return add(
        EvidenceTables.ACCOUNT_EVIDENCE,
        set(
            account(id),
            "family",
            family,
            "signal",
            signal,
            "tail_rank",
            tail,
            "tail_probability",
            tail * 2,
            "sentence",
            signal + " in words",
            "benign",
            "innocent " + signal));
  }

  /**
   * The setting of a kind's model of some signals and ties alone: shipped weights of others are
   * taken away.
   */
  static String judging(
      Kind kind, String name, double intercept, Map<String, ?> signals, Map<String, ?> ties) {
    return "assessment.likelihood.%s={model: %s, base_rate: 0.1, intercept: %s, signals: %s, groups: %s}"
        .formatted(
            kind.title(),
            name,
            intercept,
            alone(kind.signals().stream().map(Signal::name), signals),
            alone(GroupTie.of(kind).stream().map(GroupTie::title), ties));
  }

  private static String alone(Stream<String> all, Map<String, ?> weights) {
    List<String> names = all.toList();
    assertThat(names).containsAll(weights.keySet());
    return names.stream()
        .map(name -> name + ": " + weights.get(name))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** A model of one metric. */
  Found model(String name, String kind, String type, String parameters) {
    Map<String, Object> values = new HashMap<>();
    set(values, "model", name, "kind", kind, "type", type, "parameters", parameters);
    set(values, "fitted_at", new Timestamp(0), "band", "all", "metric", "roc_auc", "value", 0.9);
    return add(ModelTables.MODEL, values);
  }

  /** A member of a group, and the group. */
  Found member(String id, String kind, boolean accepted, String role) {
    String group = kind + (accepted ? "-1" : "-2");
    if (groups.add(group)) {
      row(
          CoordinationTables.COORDINATED_GROUP,
          "platform",
          "x",
          "group_id",
          group,
          "accepted",
          accepted,
          "sentence",
          group + " in words");
    }
    return row(
        CoordinationTables.COORDINATED_MEMBER,
        "platform",
        "x",
        "group_id",
        group,
        "account_id",
        id,
        "kind",
        kind,
        "accepted",
        accepted,
        "role",
        role);
  }

  private static Map<String, Object> account(String id) {
    return set(
        new HashMap<>(),
        "platform",
        "x",
        "account_id",
        id,
        "as_of",
        Date.valueOf(DAY),
        "run_id",
        "r");
  }

  private static Map<String, Object> set(Map<String, Object> values, Object... columnAndValue) {
    for (int i = 0; i < columnAndValue.length; i += 2) {
      values.put((String) columnAndValue[i], columnAndValue[i + 1]);
    }
    return values;
  }

  private Found add(Table table, Map<String, Object> values) {
    tables.computeIfAbsent(table, t -> new ArrayList<>()).add(values);
    return this;
  }

  /** The histogram of the accounts and the other peers, as evidence counts it. */
  private List<Map<String, Object>> histogram() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < Signals.ALL.size(); i++) {
      Signal signal = Signals.ALL.get(i);
      TreeMap<Integer, Long> counts =
          new TreeMap<>(others.getOrDefault(signal.name(), new TreeMap<>()));
      for (Map<String, Object> account : signals.values()) {
        Object value = account.get(signal.name());
        int bin = value == null ? SignedBins.UNKNOWN : BINS.bin(AccountRow.number(value));
        counts.merge(bin, 1L, Long::sum);
      }
      String group = signal.family().bySize() ? GROUP : PeerGroups.everybody("x");
      counts.forEach(
          (bin, n) ->
              rows.add(
                  set(
                      new HashMap<>(),
                      "as_of",
                      Date.valueOf(DAY),
                      "platform",
                      "x",
                      "peer_group",
                      group,
                      "signal",
                      signal.name(),
                      "bin",
                      bin,
                      "n",
                      n)));
    }
    return rows;
  }

  private Dataset<Row> rows(Table table) {
    StructType schema = new StructType();
    for (Field field : table.fields()) {
      schema = schema.add(field.name(), field.type());
    }
    String[] names = schema.fieldNames();
    return spark()
        .createDataFrame(
            (table == EvidenceTables.PEER_HISTOGRAM
                    ? histogram()
                    : tables.getOrDefault(table, List.of()))
                .stream()
                    .map(v -> RowFactory.create(Stream.of(names).map(v::get).toArray()))
                    .toList(),
            schema);
  }

  /** A row of a table of the day; pairs of a column and a value. */
  Found row(Table table, Object... columnAndValue) {
    Map<String, Object> values = new HashMap<>();
    values.put(table.dayColumn(), Date.valueOf(DAY));
    return add(table, set(values, columnAndValue));
  }

  /**
   * What the stage concludes of accounts, by account, in the types of the table; its rules hold.
   */
  Map<String, Row> assessed(String... assignments) {
    return byAccount(published(assignments).get(AssessmentTables.ACCOUNT_ASSESSMENT), "account_id");
  }

  /** What it publishes of creators, by platform and account. */
  Map<String, Row> audiences(String... assignments) {
    return byAccount(
        published(assignments).get(AudienceTables.AUDIENCE_QUALITY), "platform", "account_id");
  }

  /** All that it publishes, by table. */
  Map<Table, List<Row>> published(String... assignments) {
    Map<Table, List<Row>> published = new HashMap<>();
    told.clear();
    new OneDay(
            this::rows, (table, rows) -> published.put(table, Rules.obeyed(table, rows)), told::add)
        .run(AssessmentJob.JOB, SettingsLoader.load(List.of(), List.of(assignments)), DAY);
    assertThat(published)
        .containsOnlyKeys(AssessmentJob.JOB.stage().writes().toArray(Table[]::new));
    return published;
  }

  private static Map<String, Row> byAccount(List<Row> rows, String... key) {
    Map<String, Row> byAccount = new LinkedHashMap<>();
    for (Row row : rows) {
      byAccount.put(
          Stream.of(key).map(name -> row.<String>getAs(name)).collect(Collectors.joining("/")),
          row);
    }
    assertThat(byAccount).hasSameSizeAs(rows);
    return byAccount;
  }
}

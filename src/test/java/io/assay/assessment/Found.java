package io.assay.assessment;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.AssessmentTables;
import io.assay.contracts.AudienceTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.EvidenceTables;
import io.assay.contracts.Field;
import io.assay.contracts.ModelTables;
import io.assay.contracts.Table;
import io.assay.settings.SettingsLoader;
import io.assay.testing.OneDay;
import io.assay.testing.Rules;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** What other stages found of accounts of one platform, written down, and what is concluded. */
final class Found {
  static final LocalDate DAY = LocalDate.parse("2026-10-31");

  private final Map<Table, List<Map<String, Object>>> tables = new HashMap<>();

  /** An account, which other tables need not know; pairs of a column and a value. */
  Found account(String id, Object... columnAndValue) {
    Map<String, Object> values = account(id);
    values.put("peer_group", "x 0-1023 followers");
    return add(EvidenceTables.ACCOUNT_FAMILY_EVIDENCE, set(values, columnAndValue));
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

  /** A model of one metric. */
  Found model(String name, String kind, String type, String parameters) {
    Map<String, Object> values = new HashMap<>();
    set(values, "model", name, "kind", kind, "type", type, "parameters", parameters);
    set(values, "fitted_at", new Timestamp(0), "band", "all", "metric", "roc_auc", "value", 0.9);
    return add(ModelTables.MODEL, values);
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

  private Dataset<Row> rows(Table table) {
    StructType schema = new StructType();
    for (Field field : table.fields()) {
      schema = schema.add(field.name(), field.type());
    }
    String[] names = schema.fieldNames();
    return spark()
        .createDataFrame(
            tables.getOrDefault(table, List.of()).stream()
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

  private Map<Table, List<Row>> published(String... assignments) {
    Map<Table, List<Row>> published = new HashMap<>();
    new OneDay(this::rows, (table, rows) -> published.put(table, Rules.obeyed(table, rows)))
        .run(AssessmentJob.JOB, SettingsLoader.load(List.of(), List.of(assignments)), DAY);
    assertThat(published)
        .containsOnlyKeys(AssessmentTables.ACCOUNT_ASSESSMENT, AudienceTables.AUDIENCE_QUALITY);
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

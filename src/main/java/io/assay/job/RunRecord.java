package io.assay.job;

import io.assay.contracts.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/** What one job of a run has read, checked and published so far; the ledger is written from it. */
public final class RunRecord {

  /**
   * Something that was read.
   *
   * @param name a file's path or a table's name
   * @param bytes size of a file; null for a table
   * @param version version of a table; null for a file
   * @param rows rows read, where they were counted anyway; else null
   */
  public record Input(String name, Long bytes, Long version, Long rows) {}

  /**
   * The checks of one tried publication.
   *
   * @param table layer and table
   * @param slice what was to be replaced
   * @param results what the checks found
   */
  public record Checked(String table, Slice slice, List<CheckResult> results) {}

  /**
   * A slice that stands as it was published, although what it was made of has changed.
   *
   * @param table layer and table
   * @param slice which part of it
   * @param inputsHash what it would be made of now
   */
  public record Confirmed(String table, Slice slice, String inputsHash) {}

  private final String runId;
  private final String job;
  private final Set<Input> inputs = new LinkedHashSet<>();
  private final List<Checked> checks = new ArrayList<>();
  private final List<Published> published = new ArrayList<>();
  private final List<Confirmed> confirmed = new ArrayList<>();
  private final Map<Table, List<Row>> ledger = new LinkedHashMap<>();

  public RunRecord(String runId, String job) {
    this.runId = runId;
    this.job = job;
  }

  public String runId() {
    return runId;
  }

  public String job() {
    return job;
  }

  public void read(Input input) {
    inputs.add(input);
  }

  public void checked(Checked check) {
    checks.add(check);
  }

  public void published(Published publication) {
    published.add(publication);
  }

  public void confirmed(Confirmed slice) {
    confirmed.add(slice);
  }

  /** Rows for another of the ledger's tables, in the order of its columns. */
  public void ledger(Table table, List<Row> rows) {
    ledger.computeIfAbsent(table, t -> new ArrayList<>()).addAll(rows);
  }

  /** The rows so given, by table; tables without any are made all the same. */
  public Map<Table, List<Row>> ledger() {
    return ledger;
  }

  public List<Input> inputs() {
    return List.copyOf(inputs);
  }

  public List<Checked> checks() {
    return List.copyOf(checks);
  }

  public List<Published> published() {
    return List.copyOf(published);
  }

  public List<Confirmed> confirmed() {
    return List.copyOf(confirmed);
  }
}

package io.assay.testing;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.Feed;
import io.assay.contracts.Table;
import io.assay.job.CheckResult;
import io.assay.job.DataFile;
import io.assay.job.DeclaredSettings;
import io.assay.job.JobContext;
import io.assay.job.Lineage;
import io.assay.job.Published;
import io.assay.job.RepeatedKeys;
import io.assay.job.Slice;
import io.assay.job.Stage;
import io.assay.job.TableSink;
import io.assay.job.TableSource;
import io.assay.settings.Settings;
import io.assay.settings.SettingsLoader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Tables that are kept in memory, for tests of what a stage makes of what it reads. Each slice is
 * one file, which stays readable when another takes its place, as in a lake. A repeated key fails.
 */
public final class MemoryLake implements TableSource, TableSink {
  /** Whatever runs here may read all settings; the pipeline holds a stage to what it declares. */
  private static final Stage ANY =
      new Stage("any", "", List.of(), List.of(), List.of(), Settings.SECTIONS);

  private final SparkSession spark = SparkFixture.spark();
  private final Settings settings;
  private final long bytes;
  private final Map<String, List<Row>> rowsByPath = new HashMap<>();
  private final Map<Table, TreeMap<String, DataFile>> current = new HashMap<>();
  private final Map<Table, TreeMap<LocalDate, Published>> published = new HashMap<>();
  private final List<String> log = new ArrayList<>();
  private final List<CheckResult> findings = new ArrayList<>();
  private LocalDate asOf;

  /**
   * @param bytes size that each file states, by which a stage may choose how it works
   */
  public MemoryLake(long bytes, String... assignments) {
    this.bytes = bytes;
    this.settings = SettingsLoader.load(List.of(), List.of(assignments));
  }

  /** Replaces one crawl's records of a feed by these, a JSON object each. */
  public MemoryLake deliver(Feed feed, String crawl, LocalDate day, String... records) {
    StructType schema = new StructType();
    for (var field : feed.fields()) {
      schema = schema.add(field.name(), field.type());
    }
    Dataset<Row> rows =
        spark.read().schema(schema).json(spark.createDataset(List.of(records), Encoders.STRING()));
    for (Feed.Derived derived : feed.derived()) {
      rows = rows.withColumn(derived.field().name(), expr(derived.sql()));
    }
    Slice slice = Slice.of(crawl, day);
    hold(feed.target(), slice, day, slice.fill(rows.withColumn("source_file", lit("f"))));
    return this;
  }

  /** Does a job's work for a day. */
  public MemoryLake run(LocalDate day, Consumer<JobContext> job) {
    asOf = day;
    log.clear();
    findings.clear();
    job.accept(new JobContext(spark, new DeclaredSettings(settings, ANY), day, this, this));
    return this;
  }

  /** What the last run published and confirmed, as {@code silver.follow 2026-10-01}. */
  public List<String> log() {
    return List.copyOf(log);
  }

  /** What the last run found beside the table's own checks, as {@code name violations rows}. */
  public List<String> findings() {
    return findings.stream().map(c -> c.name() + " " + c.violations() + " of " + c.rows()).toList();
  }

  /** What these say of what was found. */
  public List<String> hints() {
    return findings.stream().map(CheckResult::hint).toList();
  }

  /** The rows of a query over a table as texts, columns joined by a bar, in their order. */
  public List<String> rows(Table table, String... select) {
    return all(table).selectExpr(select).collectAsList().stream()
        .map(row -> row.mkString("|"))
        .sorted()
        .toList();
  }

  private Published hold(Table table, Slice slice, LocalDate day, Dataset<Row> rows) {
    Dataset<Row> filled =
        Stream.of(table.schema().fieldNames()).anyMatch("run_id"::equals)
            ? rows.withColumn("run_id", lit("a run"))
            : rows;
    List<Row> held = filled.select(table.columns()).collectAsList();
    String path = table.id() + "/" + slice + "/" + rowsByPath.size();
    rowsByPath.put(path, held);
    current
        .computeIfAbsent(table, t -> new TreeMap<>())
        .put(slice.toString(), new DataFile(path, day, bytes, null, null));
    Dataset<Row> stored = spark.createDataFrame(held, table.schema());
    if (!table.key().isEmpty()) {
      Column[] key = table.key().stream().map(functions::col).toArray(Column[]::new);
      if (stored.select(key).distinct().count() < held.size()) {
        throw new IllegalStateException(table.id() + " " + slice + " repeats a key");
      }
    }
    List<String> content =
        stored.drop("run_id").toJSON().collectAsList().stream().sorted().toList();
    return new Published(
        table.id(), slice, 0, held.size(), Lineage.hash(List.of(), content), null, 0);
  }

  @Override
  public Dataset<Row> read(Table table, LocalDate first, LocalDate last) {
    List<Row> rows = new ArrayList<>();
    files(table, first, last, null).forEach(file -> rows.addAll(rowsByPath.get(file.path())));
    return spark.createDataFrame(rows, table.schema());
  }

  @Override
  public Dataset<Row> readIfHeld(Table table, LocalDate first, LocalDate last) {
    return read(table, first, last);
  }

  /** All rows of a table. */
  public Dataset<Row> all(Table table) {
    return read(table, null, LocalDate.MAX);
  }

  @Override
  public List<DataFile> files(Table table, LocalDate first, LocalDate last, String bounded) {
    return current.getOrDefault(table, new TreeMap<>()).values().stream()
        .filter(f -> !f.day().isAfter(last) && (first == null || !f.day().isBefore(first)))
        .filter(f -> !rowsByPath.get(f.path()).isEmpty())
        .toList();
  }

  @Override
  public long rows(Table table, LocalDate first, LocalDate last) {
    return files(table, first, last, null).stream()
        .mapToLong(file -> rowsByPath.get(file.path()).size())
        .sum();
  }

  @Override
  public Dataset<Row> read(Table table, List<DataFile> files, List<String> columns) {
    List<Row> rows = new ArrayList<>();
    files.forEach(file -> rows.addAll(rowsByPath.get(file.path())));
    return spark
        .createDataFrame(rows, table.schema())
        .select(columns.stream().map(functions::col).toArray(Column[]::new));
  }

  @Override
  public Lineage lineage(Table table) {
    Map<LocalDate, String> inputsHash = new HashMap<>();
    Map<LocalDate, String> contents = new HashMap<>();
    published
        .getOrDefault(table, new TreeMap<>())
        .forEach(
            (day, p) -> {
              inputsHash.put(day, p.inputsHash());
              contents.put(day, p.contentHash());
            });
    return new Lineage(inputsHash, contents);
  }

  @Override
  public void replace(Table table, Dataset<Row> rows, Supplier<List<CheckResult>> alsoChecked) {
    replace(table, asOf, rows, null, null, alsoChecked);
  }

  @Override
  public Published replace(
      Table table,
      LocalDate day,
      Dataset<Row> rows,
      RepeatedKeys unproven,
      String inputsHash,
      Supplier<List<CheckResult>> alsoChecked) {
    Slice slice = Slice.of(table, day);
    Published made = hold(table, slice, day, slice.fill(rows));
    log.add("made " + table.id() + " " + day);
    findings.addAll(alsoChecked.get());
    return record(table, day, made, inputsHash);
  }

  @Override
  public void confirm(Table table, LocalDate day, String inputsHash) {
    log.add("confirmed " + table.id() + " " + day);
    record(table, day, published.get(table).get(day), inputsHash);
  }

  private Published record(Table table, LocalDate day, Published made, String inputsHash) {
    Published recorded =
        new Published(
            made.table(),
            made.slice(),
            made.version(),
            made.rows(),
            made.contentHash(),
            inputsHash,
            0);
    published.computeIfAbsent(table, t -> new TreeMap<>()).put(day, recorded);
    return recorded;
  }
}

package io.assay.testing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;

import io.assay.contracts.OpsTables;
import io.assay.contracts.Table;
import io.assay.ingest.Crawl;
import io.assay.ingest.Mapping;
import io.assay.job.Job;
import io.assay.job.Progress;
import io.assay.lake.Lake;
import io.assay.pipeline.Jobs;
import io.assay.pipeline.Pipeline;
import io.assay.settings.Settings;
import io.assay.settings.SettingsLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A lake in a folder of a test's own, and the few steps that tests take with it. */
public final class TestLake {
  public static final LocalDate DAY = LocalDate.of(2026, 10, 31);

  private final SparkSession spark = SparkFixture.spark();
  private final Path folder;
  private final Settings settings;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  public TestLake(Path folder, String... assignments) {
    this(folder, SettingsLoader.load(List.of(), List.of(assignments)));
  }

  private TestLake(Path folder, Settings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /** A lake with the settings of a file. */
  public static TestLake with(Path folder, Path conf) {
    return new TestLake(folder, SettingsLoader.load(List.of(conf), List.of()));
  }

  public Path crawl(String name) {
    return folder.resolve("crawl").resolve(name);
  }

  /** Writes a file of a delivery. */
  public TestLake file(String crawl, String name, String content) {
    return file(crawl, name, content.getBytes(StandardCharsets.UTF_8));
  }

  public TestLake file(String crawl, String name, byte[] content) {
    try {
      Path file = crawl(crawl).resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same lake and deliveries in another folder. */
  public TestLake copy(Path to) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        Path copied = to.resolve(folder.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copied);
        } else {
          Files.copy(path, copied);
        }
      }
      return new TestLake(to, settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String location() {
    return folder.resolve("lake").toString();
  }

  public Settings settings() {
    return settings;
  }

  public Lake lake() {
    return Lake.openOrCreate(spark, location());
  }

  public Pipeline pipeline() {
    return new Pipeline(spark, lake(), settings, "test", new Progress(new PrintStream(said, true)));
  }

  /** What a person who waited was told so far. */
  public String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  public TestLake ingest(String crawl) {
    return ingest(crawl, DAY);
  }

  public TestLake ingest(String crawl, LocalDate date) {
    pipeline().ingest(new Crawl(crawl(crawl).toString(), crawl, date, null, null));
    return this;
  }

  public TestLake ingest(Path path, String id, LocalDate date, Path mapping) {
    pipeline()
        .ingest(
            new Crawl(
                path.toString(), id, date, mapping == null ? null : Mapping.load(mapping), null));
    return this;
  }

  public TestLake run(String job, LocalDate day) {
    pipeline().run(Jobs.daily(job), day);
    return this;
  }

  /** Publishes the day's slices of tables as they are in memory, all in one run. */
  public TestLake copy(MemoryLake from, Table... tables) {
    Job job =
        new Job(
            "copy",
            "Publishes tables that are in memory.",
            List.of(),
            List.of(tables),
            context -> {
              for (Table table : tables) {
                context.sink().replace(table, from.all(table));
              }
            });
    pipeline().run(job, DAY);
    return this;
  }

  public Dataset<Row> table(Table table) {
    return spark.read().format("delta").load(lake().path(table));
  }

  /** Content hashes of some tables' slices by their last publications, as "slice table". */
  public Map<String, String> contents(List<Table> tables) {
    List<String> names = tables.stream().map(Table::id).toList();
    Map<String, String> contents = new TreeMap<>();
    table(OpsTables.PUBLICATION)
        .where(col("table_name").isin(names.toArray()))
        .groupBy("table_name", "slice")
        .agg(max_by(col("content_hash"), col("version")))
        .collectAsList()
        .forEach(row -> contents.put(row.getString(1) + " " + row.getString(0), row.getString(2)));
    return contents;
  }

  /** The rows of a query over {@code {table}} as texts, columns joined by a bar. */
  public List<String> rows(Table table, String select, String orderBy) {
    Dataset<Row> rows =
        table(table).selectExpr(select.split(" *; *")).orderBy(orderBy.split(", *")[0]);
    return rows.collectAsList().stream().map(TestLake::text).toList();
  }

  private static String text(Row row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      text.append(i == 0 ? "" : "|").append(row.get(i));
    }
    return text.toString();
  }
}

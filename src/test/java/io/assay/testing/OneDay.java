package io.assay.testing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.Table;
import io.assay.job.CheckResult;
import io.assay.job.DataFile;
import io.assay.job.DeclaredSettings;
import io.assay.job.Job;
import io.assay.job.JobContext;
import io.assay.job.Lineage;
import io.assay.job.Published;
import io.assay.job.RepeatedKeys;
import io.assay.job.TableSink;
import io.assay.job.TableSource;
import io.assay.settings.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tables of days, for tests of stages that read and replace the run's own day alone, and what has
 * no day.
 *
 * @param tables what each table holds
 * @param published takes what the stage publishes
 * @param found takes what the stage's own checks find
 */
public record OneDay(
    Function<Table, Dataset<Row>> tables,
    BiConsumer<Table, Dataset<Row>> published,
    Consumer<CheckResult> found)
    implements TableSource, TableSink {

  public OneDay(Function<Table, Dataset<Row>> tables, BiConsumer<Table, Dataset<Row>> published) {
    this(tables, published, result -> {});
  }

  /** Does a job's work. */
  public void run(Job job, Settings settings, LocalDate day) {
    job.body()
        .accept(
            new JobContext(
                SparkFixture.spark(),
                new DeclaredSettings(settings, job.stage()),
                day,
                this,
                this));
  }

  @Override
  public Dataset<Row> read(Table table, LocalDate first, LocalDate last) {
    if (table.partitionBy().isEmpty()) {
      return tables.apply(table);
    }
    return tables.apply(table).where(col(table.dayColumn()).between(lit(first), lit(last)));
  }

  @Override
  public Dataset<Row> readIfHeld(Table table, LocalDate first, LocalDate last) {
    return read(table, first, last);
  }

  @Override
  public void replace(Table table, Dataset<Row> rows, Supplier<List<CheckResult>> alsoChecked) {
    published.accept(table, rows);
    alsoChecked.get().forEach(found);
  }

  @Override
  public long rows(Table table, LocalDate first, LocalDate last) {
    return readIfHeld(table, first, last).count();
  }

  @Override
  public List<DataFile> files(Table table, LocalDate first, LocalDate last, String bounded) {
    throw new AssertionError(table.id() + ": the stage asks for files");
  }

  @Override
  public Dataset<Row> read(Table table, List<DataFile> files, List<String> columns) {
    throw new AssertionError(table.id() + ": the stage reads files");
  }

  @Override
  public Lineage lineage(Table table) {
    throw new AssertionError(table.id() + ": the stage asks for other days");
  }

  @Override
  public Published replace(
      Table table,
      LocalDate day,
      Dataset<Row> rows,
      RepeatedKeys unproven,
      String inputsHash,
      Supplier<List<CheckResult>> alsoChecked) {
    throw new AssertionError(table.id() + ": the stage replaces another day");
  }

  @Override
  public void confirm(Table table, LocalDate day, String inputsHash) {
    throw new AssertionError(table.id() + ": the stage confirms another day");
  }
}

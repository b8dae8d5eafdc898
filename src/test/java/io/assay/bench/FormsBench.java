package io.assay.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.coordination.detection.FoundRow;
import io.assay.job.Job;
import io.assay.pipeline.Jobs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * The coordination job on the made-up crawls of {@link CoordinationBench}, once with all of a
 * platform in one process and once by many tasks, as for platforms above {@code
 * coordination.max_events}; and whether both say the same.
 */
final class FormsBench {
  private final SparkSession spark;
  private final KeptLakes lakes;
  private final Job job = Jobs.daily("coordination");

  FormsBench(SparkSession spark, KeptLakes lakes) {
    this.spark = spark;
    this.lakes = lakes;
  }

  /** Prints a line a size; true if the two forms say the same of all. */
  boolean run(List<Long> sizes, int repeat) {
    System.out.println(
        "| asked for | interactions | one process s | cpu s | many tasks s | cpu s | ratio | cpu ratio"
            + " | bytes an interaction shuffled, one | many | content |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    boolean same = true;
    for (long rows : sizes) {
      same &= measure(rows, repeat);
    }
    return same;
  }

  private record Measured(Timed time, double bytes, List<String> content) {}

  private boolean measure(long rows, int repeat) {
    PlantedCrawl crawl = new PlantedCrawl(spark, rows, false);
    Path lake = lakes.path("coordination-" + rows);
    lakes.prepare(
        lake,
        () ->
            new PipelineWorkload(spark, lake, PlainCrawl.DAY).run(new SilverOfCrawl(crawl).job()));
    PipelineWorkload whole = new PipelineWorkload(spark, lake, PlainCrawl.DAY);
    PipelineWorkload parts =
        new PipelineWorkload(spark, lake, PlainCrawl.DAY, "coordination.max_events=1");
    long held = whole.slice(SilverTables.INTERACTION).count();
    Measured one = measured(whole, held, repeat);
    Measured many = measured(parts, held, repeat);
    boolean same = one.content().equals(many.content());
    System.out.printf(
        Locale.ROOT,
        "| %,d | %,d | %.1f | %.1f | %.1f | %.1f | %.2f | %.2f | %.1f | %.1f | %s |%n",
        rows,
        held,
        one.time().clock(),
        one.time().cpu(),
        many.time().clock(),
        many.time().cpu(),
        many.time().clock() / one.time().clock(),
        many.time().cpu() / one.time().cpu(),
        one.bytes(),
        many.bytes(),
        same ? "the same" : "DIFFERENT: " + one.content() + " and " + many.content());
    lakes.release(lake);
    return same;
  }

  private Measured measured(PipelineWorkload workload, long held, int repeat) {
    List<Timed> times = new ArrayList<>();
    long shuffled = 0;
    for (int i = 0; i < repeat; i++) {
      try (BytesRead moved = new BytesRead(spark)) {
        times.add(Timed.of(() -> workload.run(job)));
        shuffled = moved.shuffledBytes();
      }
    }
    List<String> content = FoundRow.TABLES.stream().map(t -> content(workload, t)).toList();
    return new Measured(Timed.median(times), (double) shuffled / held, content);
  }

  /** A sum of the hashes of a table's rows, without the run that wrote them. */
  private static String content(PipelineWorkload workload, Table table) {
    Column[] columns =
        table.measured().stream().map(field -> col(field.name())).toArray(Column[]::new);
    Row row =
        workload
            .slice(table)
            .select(
                xxhash64(to_json(struct(columns)))
                    .cast(DataTypes.createDecimalType(38, 0))
                    .as("hash"))
            .agg(functions.count("*"), sum(col("hash")))
            .head();
    return table.name() + " " + row.getLong(0) + " rows " + row.get(1);
  }
}

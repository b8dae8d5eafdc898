package io.assay.ledger;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.assay.contracts.Field;
import io.assay.contracts.OpsTables;
import io.assay.contracts.Table;
import io.assay.lake.Lake;
import io.assay.lake.OpsTable;
import io.assay.lake.delta.CommitLog;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads {@code ops.publication}: the last publication of every slice, and which versions of each
 * table it names. Cost: one query; its result grows with the slices and versions that were ever
 * published, not with their rows.
 */
final class PublicationReader {
  /** What a table's first commit may lie behind the note that it carries. */
  private static final long CLOCK_SECONDS = 60;

  private final SparkSession spark;
  private final Lake lake;

  PublicationReader(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /** Whether the ledger has the table at all. */
  boolean isHeld() {
    return lake.holds(OpsTables.PUBLICATION);
  }

  /**
   * @param into takes the last publication of every slice
   * @return versions that are named, by table
   * @throws io.assay.contracts.UserError if another version of the application wrote the table
   */
  Map<String, Set<Long>> read(Publications into) {
    Map<String, Set<Long>> recorded = new HashMap<>();
    if (!isHeld()) {
      return recorded;
    }
    OpsTable.requireDeclared(spark, lake, OpsTables.PUBLICATION);
    Map<String, Instant> made = new HashMap<>();
    Table table = OpsTables.PUBLICATION;
    Column[] columns = table.fields().stream().map(Field::col).toArray(Column[]::new);
    // Of a confirmed slice the later of two rows with one version stands.
    for (Row row :
        OpsTable.read(spark, lake, table)
            .groupBy("table_name", "slice")
            .agg(
                max_by(struct(columns), struct("published_at", "version")),
                collect_set(struct(col("version"), col("published_at"))))
            .collectAsList()) {
      String name = row.getString(0);
      Instant madeAt = made.computeIfAbsent(name, this::madeAt);
      Publication last = Publication.of(row.getStruct(2));
      if (!last.publishedAt().isBefore(madeAt)) {
        into.add(last);
      }
      for (Row version : row.<Row>getList(3)) {
        if (!Publication.instant(version.get(1)).isBefore(madeAt)) {
          recorded.computeIfAbsent(name, t -> new HashSet<>()).add(version.getLong(0));
        }
      }
    }
    return recorded;
  }

  /** All publications of deliveries, and changes of their tables by other programs. */
  List<Publication> ofBronze() {
    Map<String, Instant> made = new HashMap<>();
    return OpsTable.read(spark, lake, OpsTables.PUBLICATION)
        .where(col("table_name").startsWith("bronze."))
        .collectAsList()
        .stream()
        .map(Publication::of)
        .filter(p -> !p.publishedAt().isBefore(made.computeIfAbsent(p.table(), this::madeAt)))
        .toList();
  }

  /**
   * When the table was made, as far as its log remembers. One that was removed and made anew has
   * lost what the ledger says of it.
   */
  private Instant madeAt(String name) {
    CommitLog log = lake.log(name);
    List<Long> versions = log.versions();
    if (versions.isEmpty()) {
      return log.newest() == CommitLog.NONE ? Instant.MAX : Instant.MIN;
    }
    if (versions.get(0) > 0) {
      return Instant.MIN;
    }
    // The note in a commit is a little older than the commit's own time.
    return log.commit(0)
        .map(c -> Instant.ofEpochMilli(c.at()).minusSeconds(CLOCK_SECONDS))
        .orElse(Instant.MIN);
  }

  /** Rows of some runs, so that nothing is written twice. */
  Set<List<Object>> keysOf(Set<String> runIds) {
    Set<List<Object>> keys = new HashSet<>();
    OpsTable.read(spark, lake, OpsTables.PUBLICATION)
        .where(col("run_id").isInCollection(runIds))
        .select("run_id", "table_name", "slice", "version")
        .collectAsList()
        .forEach(
            row ->
                keys.add(
                    List.of(row.getString(0), row.getString(1), row.getString(2), row.getLong(3))));
    return keys;
  }

  /** Version of the ledger's table, -1 where there is none. */
  long version() {
    return lake.log(OpsTables.PUBLICATION.id()).newest();
  }
}

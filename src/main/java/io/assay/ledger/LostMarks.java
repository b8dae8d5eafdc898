package io.assay.ledger;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import io.assay.contracts.OpsTables;
import io.assay.job.Slice;
import io.assay.lake.Lake;
import io.assay.lake.OpsTable;
import io.assay.lake.delta.Partitions;
import io.assay.lake.delta.StateFile;
import io.assay.lake.delta.TableState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Finds the days that {@code ops.stale_day} named when that table was lost: those that were made
 * before the content of a delivery up to them was published. A delivery of whose publication
 * nothing is known may have come at any time, so it counts as come just now.
 *
 * <p>Cost: once after the loss, two queries of the ledger and a listing of the bronze tables.
 */
final class LostMarks {
  private static final String CRAWL_ID = "crawl_id";
  private static final String CRAWL_DATE = "crawl_date";

  /** A delivery as it is now, and since when it is so. */
  private record DatedDelivery(String crawlId, LocalDate date, String runId, Instant since) {}

  private final SparkSession spark;
  private final Lake lake;

  LostMarks(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /** Whether there is a past of which the marks are gone. */
  boolean areLost() {
    return lake.holds(OpsTables.RUN) && !lake.holds(OpsTables.STALE_DAY);
  }

  /**
   * @param publications all that are known of bronze
   * @return rows of {@code ops.stale_day}: of each day the delivery that came last
   */
  List<Row> rows(Collection<Publication> publications) {
    Map<LocalDate, Instant> madeSince = madeSince();
    if (madeSince.isEmpty()) {
      return List.of();
    }
    List<DatedDelivery> deliveries = known(publications);
    deliveries.addAll(others(publications));
    List<Row> rows = new ArrayList<>();
    madeSince.forEach(
        (day, made) ->
            deliveries.stream()
                .filter(d -> !d.date().isAfter(day) && !d.since().isBefore(made))
                .max(Comparator.comparing(DatedDelivery::since))
                .ifPresent(
                    late ->
                        rows.addAll(
                            StaleDays.rows(
                                List.of(day),
                                late.crawlId(),
                                late.date(),
                                late.runId(),
                                late.since()))));
    return rows;
  }

  /** Days that were made, with the start of the first run that made them. */
  private Map<LocalDate, Instant> madeSince() {
    Map<LocalDate, Instant> days = new TreeMap<>();
    OpsTable.read(spark, lake, OpsTables.RUN)
        .where(col("outcome").equalTo("succeeded").and(col("as_of").isNotNull()))
        .groupBy(col("as_of").cast("string"))
        .agg(min("started_at"))
        .collectAsList()
        .forEach(
            row -> days.put(LocalDate.parse(row.getString(0)), Publication.instant(row.get(1))));
    return days;
  }

  /** What was published again with the same content is as old as its first publication. */
  private static List<DatedDelivery> known(Collection<Publication> publications) {
    Map<String, Map<String, Publication>> since = new HashMap<>();
    publications.stream()
        .filter(p -> !p.changesNothing())
        .sorted(Comparator.comparingLong(Publication::version))
        .forEach(
            p -> {
              Map<String, Publication> table =
                  since.computeIfAbsent(p.table(), t -> new HashMap<>());
              if (p.isUnknown()) {
                table.replaceAll((slice, held) -> held.withContent(Publication.UNKNOWN));
              } else {
                table.merge(
                    p.slice(), p, (h, n) -> h.contentHash().equals(n.contentHash()) ? h : n);
              }
            });
    List<DatedDelivery> deliveries = new ArrayList<>();
    for (Map<String, Publication> table : since.values()) {
      for (Publication p : table.values()) {
        Slice delivery = Slice.ofDelivery(p.slice());
        deliveries.add(
            new DatedDelivery(
                delivery.crawlId(), delivery.crawlDate(), p.runId(), p.publishedAt()));
      }
    }
    return deliveries;
  }

  /** Deliveries that bronze holds and no publication names. */
  private List<DatedDelivery> others(Collection<Publication> publications) {
    Set<String> named = new HashSet<>();
    publications.forEach(p -> named.add(p.table() + p.slice()));
    List<DatedDelivery> others = new ArrayList<>();
    for (String table : lake.tables()) {
      if (!table.startsWith("bronze.")) {
        continue;
      }
      for (StateFile file : TableState.of(spark, lake.path(table)).files(Partitions.all())) {
        String id = file.partition().get(CRAWL_ID);
        String date = file.partition().get(CRAWL_DATE);
        if (named.add(table + CRAWL_ID + "=" + id + "/" + CRAWL_DATE + "=" + date)) {
          // A file that another program wrote without a date may belong to any day.
          LocalDate day = date == null ? LocalDate.EPOCH : LocalDate.parse(date);
          others.add(
              new DatedDelivery(String.valueOf(id), day, Publication.UNKNOWN, Instant.now()));
        }
      }
    }
    return others;
  }
}

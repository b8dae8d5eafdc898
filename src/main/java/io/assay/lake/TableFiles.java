package io.assay.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get_json_object;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.Table;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import scala.Option;

/** The files that tables consist of. A table's are listed again only when it has a new version. */
final class TableFiles {
  private record Listing(long version, List<DataFile> files) {}

  private record Question(Table table, String bounded) {}

  private final SparkSession spark;
  private final Lake lake;
  private final Map<Question, Listing> listings = new HashMap<>();

  TableFiles(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /** See {@link TableSource#files}. */
  List<DataFile> list(Table table, LocalDate first, LocalDate last, String bounded) {
    if (!lake.holds(table)) {
      return List.of();
    }
    return all(new Question(table, bounded)).stream()
        .filter(f -> !f.day().isAfter(last) && (first == null || !f.day().isBefore(first)))
        .toList();
  }

  private List<DataFile> all(Question question) {
    Snapshot snapshot =
        DeltaLog.forTable(spark, lake.path(question.table()))
            .update(false, Option.empty(), Option.empty());
    Listing known = listings.get(question);
    if (known == null || known.version() != snapshot.version()) {
      known = new Listing(snapshot.version(), read(snapshot, question));
      listings.put(question, known);
    }
    return known.files();
  }

  private List<DataFile> read(Snapshot snapshot, Question question) {
    Path root = new Path(lake.path(question.table()));
    List<DataFile> files = new ArrayList<>();
    for (Row row :
        snapshot
            .allFiles()
            .toDF()
            .select(
                col("path"),
                col("partitionValues").getItem(question.table().dayColumn()),
                col("size"),
                bound(question.bounded(), "minValues"),
                bound(question.bounded(), "maxValues"))
            .collectAsList()) {
      // Delta states a file's path relative to the table and percent-encoded.
      files.add(
          new DataFile(
              new Path(root, new Path(URI.create(row.getString(0)))).toString(),
              LocalDate.parse(row.getString(1)),
              row.getLong(2),
              row.getString(3),
              row.getString(4)));
    }
    files.sort(Comparator.comparing(DataFile::day).thenComparing(DataFile::path));
    return files;
  }

  private static Column bound(String column, String side) {
    return column == null
        ? lit(null).cast("string")
        : get_json_object(col("stats"), "$." + side + "." + column);
  }
}

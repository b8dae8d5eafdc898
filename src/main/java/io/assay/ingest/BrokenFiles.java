package io.assay.ingest;

import io.assay.contracts.Feed;
import io.assay.contracts.OpsTables;
import io.assay.contracts.RowLayout;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The files of a delivery that showed to be broken, and why; each is refused whole. */
final class BrokenFiles {
  /** What is refused, before the quarantine adds whose delivery it is of. */
  static final RowLayout REFUSED = RowLayout.of("refused records", refused());

  private final SparkSession spark;
  private final Map<Feed, List<InputFile>> files;
  private final Map<InputFile, String> faults = new LinkedHashMap<>();

  /**
   * @param files of each feed
   */
  BrokenFiles(SparkSession spark, Map<Feed, List<InputFile>> files) {
    this.spark = spark;
    this.files = files;
    all()
        .filter(file -> isTooShort(file))
        .forEach(
            file -> faults.put(file, "broken container: no file packed like this is so short"));
  }

  private static boolean isTooShort(InputFile file) {
    return file.compression() != null && file.compression().isTooShort(file.bytes());
  }

  private static StructType refused() {
    StructType columns = new StructType();
    for (String name : List.of("feed", "reason", "field", "source_file", "record")) {
      columns = columns.add(name, OpsTables.QUARANTINE.field(name).type());
    }
    return columns;
  }

  private java.util.stream.Stream<InputFile> all() {
    return files.values().stream().flatMap(Collection::stream).distinct();
  }

  /** Files of the feed that can be read, as far as is known. */
  List<InputFile> without(Feed feed) {
    return files.get(feed).stream().filter(file -> !faults.containsKey(file)).toList();
  }

  /** Files of the feed that cannot. */
  long of(Feed feed) {
    return files.get(feed).size() - without(feed).size();
  }

  /**
   * Looks for the files that made a read fail.
   *
   * @return whether there are any that were not known before
   */
  boolean explain(Exception failure) {
    List<InputFile> suspects = all().filter(file -> !faults.containsKey(file)).toList();
    Map<InputFile, String> found = Containers.broken(spark, suspects);
    if (found.isEmpty() && failure instanceof BrokenFile named) {
      named.files().forEach(file -> found.put(file, named.getMessage()));
    }
    faults.putAll(found);
    return !found.isEmpty();
  }

  /** A row of {@link #REFUSED} for each broken file. */
  List<Row> refused(Feed feed) {
    return files.get(feed).stream()
        .filter(faults::containsKey)
        .map(
            f ->
                REFUSED
                    .row()
                    .set("feed", feed.name())
                    .set("reason", faults.get(f))
                    .set("source_file", f.name())
                    .row())
        .toList();
  }
}

package io.assay.ingest;

import io.assay.contracts.Feed;
import io.assay.contracts.OpsTables;
import io.assay.contracts.RowLayout;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The files of a delivery that showed to be broken, and why; each is refused whole. */
final class BrokenFiles {
  /** What is refused, before the quarantine adds whose delivery it is of. */
  static final RowLayout REFUSED = RowLayout.of("refused records", refused());

  private final SparkSession spark;
  private final Map<Feed, List<InputFile>> files;

  /** By the names of the files, which differ within a delivery. */
  private final Map<String, Damage> damages = new HashMap<>();

  private final Set<String> sound = new HashSet<>();

  /** Begins with what the listing of the files and their sizes show. */
  BrokenFiles(SparkSession spark, CrawlFiles delivered) {
    this.spark = spark;
    this.files = delivered.byFeed();
    all()
        .filter(file -> isTooShort(file))
        .forEach(
            file ->
                damages.put(
                    file.name(),
                    new Damage(
                        "broken container: no file packed like this is so short", file.bytes())));
    damages.putAll(delivered.broken());
  }

  private static boolean isTooShort(InputFile file) {
    return file.compression() != null && file.compression().isTooShort(file.bytes());
  }

  private static StructType refused() {
    StructType columns = new StructType();
    for (String name : List.of("feed", "reason", "field", "source_file", "record", "records")) {
      columns = columns.add(name, OpsTables.QUARANTINE.field(name).type());
    }
    return columns;
  }

  private java.util.stream.Stream<InputFile> all() {
    return files.values().stream().flatMap(Collection::stream).distinct();
  }

  private boolean isBroken(InputFile file) {
    return damages.containsKey(file.name());
  }

  /** Files of the feed that can be read, as far as is known. */
  List<InputFile> without(Feed feed) {
    return files.get(feed).stream()
        .filter(file -> !isBroken(file))
        .map(file -> sound.contains(file.name()) ? file.withSoundQuotes() : file)
        .toList();
  }

  /** Files of the feed that cannot. */
  List<InputFile> of(Feed feed) {
    return files.get(feed).stream().filter(this::isBroken).toList();
  }

  /** What is wrong with each of them. */
  List<Damage> damages(Feed feed) {
    return of(feed).stream().map(this::damage).toList();
  }

  Damage damage(InputFile file) {
    return damages.get(file.name());
  }

  /**
   * Reads the feed's files to their end, to find those that are broken.
   *
   * @throws UserError if one holds more than it may
   */
  void look(Feed feed) {
    Containers.broken(spark, without(feed))
        .forEach((file, damage) -> damages.put(file.name(), damage));
  }

  /**
   * Looks for the files that made a read fail.
   *
   * @return whether anything is known of them that was not before
   * @throws UserError if one holds more than it may
   */
  boolean explain(Exception failure) {
    Map<InputFile, Damage> found = new HashMap<>();
    if (failure instanceof BrokenFile named) {
      named.sound().forEach(file -> sound.add(file.name()));
      found.putAll(named.files());
    }
    if (!(failure instanceof BrokenFile named && named.isOfQuotes())) {
      found.putAll(Containers.broken(spark, all().filter(file -> !isBroken(file)).toList()));
    }
    found.forEach((file, damage) -> damages.put(file.name(), damage));
    return !found.isEmpty() || failure instanceof BrokenFile;
  }

  /** A row of {@link #REFUSED} for each broken file. */
  List<Row> refused(Feed feed, LostRecords lost) {
    return of(feed).stream()
        .map(
            f ->
                REFUSED
                    .row()
                    .set("feed", feed.name())
                    .set("reason", damage(f).fault())
                    .set("source_file", f.name())
                    .set("records", lost.of(damage(f).bytes()))
                    .row())
        .toList();
  }
}

package io.assay.ingest;

import io.assay.contracts.Feed;
import io.assay.contracts.UserError;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.GlobPattern;
import org.apache.spark.sql.types.StructType;

/**
 * How another crawler's format becomes feeds: read options and one Spark SQL expression a column.
 * Expressions come from the operator and are trusted; the data they meet is not.
 *
 * @param file where it was read from, for messages
 * @param format format of the files
 * @param options Spark's read options
 * @param notation how the source writes numbers and times
 * @param sources in the order of the feeds; a feed may have several, whose records are united
 */
public record Mapping(
    String file,
    Format format,
    Map<String, String> options,
    Notation notation,
    List<Source> sources) {
  private static final Pattern POSITION_USED =
      Pattern.compile("\\b" + Positions.POSITION + "\\b", Pattern.CASE_INSENSITIVE);

  /**
   * One source of a feed.
   *
   * @param feed the feed
   * @param name the feed's name and, of several sections, its number, for messages
   * @param files glob over the files' paths within the delivery; null for all of the format
   * @param schema the source record's columns; null to take them from the files
   * @param explode name to the SQL expression of an array, each of whose elements becomes a record;
   *     later ones may use earlier names
   * @param where SQL condition that chooses records after exploding; null for all
   * @param columns the feed's column to its SQL expression
   * @param nulls texts that mean that there is no value
   * @param optional whether a delivery may lack its files
   */
  public record Source(
      Feed feed,
      String name,
      String files,
      StructType schema,
      Map<String, String> explode,
      String where,
      Map<String, String> columns,
      List<String> nulls,
      boolean optional) {

    /** Which files it reads, for messages. */
    String filesWritten() {
      return name + (files == null ? "" : " (files: " + files + ")");
    }

    /**
     * Whether the source holds a file, by its name or, of an archive's file, by the one that it has
     * there; {@code *} stands for any characters, slashes too.
     */
    boolean reads(InputFile file) {
      return files == null || file.names().stream().anyMatch(new GlobPattern(files)::matches);
    }

    /** Positions cost a sort, so they are numbered only where an expression asks for them. */
    boolean usesPosition() {
      return Stream.of(
              explode.values().stream(), Stream.ofNullable(where), columns.values().stream())
          .flatMap(s -> s)
          .anyMatch(sql -> POSITION_USED.matcher(sql).find());
    }
  }

  /**
   * @throws UserError naming every mistake in the file at once
   */
  public static Mapping load(Path file) {
    return MappingFile.load(file);
  }

  /** Whether a JSON file whose begin does not show it is one document, not an object a line. */
  boolean isDocuments() {
    return format == Format.JSON && Boolean.parseBoolean(options.get("multiLine"));
  }

  /** The sources of each mapped feed. */
  public Map<Feed, List<Source>> byFeed() {
    Map<Feed, List<Source>> byFeed = new LinkedHashMap<>();
    for (Source source : sources) {
      byFeed.merge(
          source.feed(), List.of(source), (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    return byFeed;
  }
}

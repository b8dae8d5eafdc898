package io.assay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.url_decode;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Feed;
import io.assay.contracts.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What every reader yields: the feed's columns, as texts or typed as the file has them, and beside
 * them where the record came from and what is wrong with it as a whole.
 */
final class Records {
  /** Path of the record's file within the delivery (string). */
  static final String FILE = "_assay_file";

  /** The record as it was delivered, as JSON where the format allows (string). */
  static final String RECORD = "_assay_record";

  /** Why the record cannot be read at all; null if it can (string). */
  static final String FAULT = "_assay_fault";

  /**
   * Size of a refused row that is not one record, such as a document that does not parse, to eight
   * binary digits; null where it is one (long, bytes).
   */
  static final String BYTES = "_assay_bytes";

  /** Values under names that the feed does not have (int). */
  static final String UNKNOWN = "_assay_unknown";

  private static final String ADDRESS = "_metadata.file_path";

  /** Paths that stand in an address as they are. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/:._=-]*");

  private Records() {}

  /**
   * The record's file within the delivery.
   *
   * @param files that are read
   */
  static Column sourceFile(List<InputFile> files) {
    List<InputFile> plain = files.stream().filter(f -> f.archive() == null).toList();
    List<InputFile> unpacked = files.stream().filter(f -> f.archive() != null).toList();
    if (unpacked.isEmpty()) {
      return delivered(plain).as(FILE);
    }
    Column name = UnpackFolder.name(col(ADDRESS), unpacked);
    return (plain.isEmpty() ? name : coalesce(name, delivered(plain))).as(FILE);
  }

  /** By the delivered folder, of files that lie in it. Spark gives addresses percent-encoded. */
  private static Column delivered(List<InputFile> files) {
    InputFile any = files.get(0);
    String root = any.path().substring(0, any.path().length() - any.name().length() - 1);
    Column address = col(ADDRESS);
    boolean plain = files.stream().allMatch(file -> PLAIN.matcher(file.path()).matches());
    Column path =
        plain
            ? address
            : when(address.contains("%"), url_decode(replace(address, lit("+"), lit("%2B"))))
                .otherwise(address);
    // By bytes: to count characters would walk through every row's path.
    int start = root.getBytes(StandardCharsets.UTF_8).length + 2;
    Column name = substring(path.cast("binary"), lit(start), lit(Integer.MAX_VALUE)).cast("string");
    return when(path.startsWith(root), name).otherwise(path);
  }

  /**
   * The columns that every reader yields, in one order.
   *
   * @param present the feed's columns that the source has; the others become null
   * @param source the source's rows, whose own of our columns are taken over
   */
  static Column[] columns(
      Feed feed, Map<String, Column> present, Dataset<Row> source, Column record, Column unknown) {
    List<Column> columns = new ArrayList<>();
    for (Field field : feed.fields()) {
      Column value = present.getOrDefault(field.name(), lit(null).cast("string"));
      columns.add(value.as(field.name()));
    }
    columns.add(col(FILE));
    columns.add(record.as(RECORD));
    boolean sized = Arrays.asList(source.columns()).contains(BYTES);
    columns.add(col(FAULT));
    columns.add((sized ? col(BYTES) : lit(null)).cast("long").as(BYTES));
    columns.add(unknown.cast("int").as(UNKNOWN));
    return columns.toArray(Column[]::new);
  }

  /** {@link #BYTES} of a text. */
  static Column size(Column text) {
    Column bytes = octet_length(text).cast("long");
    Column unit = pow(lit(2), floor(log2(bytes)).minus(7)).cast("long");
    return bytes.minus(bytes.mod(greatest(lit(1L), unit)));
  }

  /**
   * A record as JSON.
   *
   * @param own columns that are not the source's
   */
  static Column asJson(Dataset<Row> rows, List<String> own) {
    Column[] delivered =
        Arrays.stream(rows.columns())
            .filter(n -> !own.contains(n))
            .map(Records::named)
            .toArray(Column[]::new);
    return to_json(struct(delivered));
  }

  /** A column whose name may hold any character. */
  static Column named(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }

  /** No record of the feed. */
  static Dataset<Row> empty(SparkSession spark, Feed feed) {
    Dataset<Row> none = spark.range(0).select(lit("").as(FILE), lit("").as(FAULT));
    return none.select(columns(feed, Map.of(), none, lit(""), lit(0)));
  }

  /** One dataset of several. */
  static Dataset<Row> union(List<Dataset<Row>> parts) {
    return parts.stream().reduce(Dataset::unionByName).orElseThrow();
  }
}

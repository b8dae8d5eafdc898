package io.assay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Feed;
import io.assay.contracts.Field;
import io.assay.settings.IngestSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Tells records that can be used from those that cannot, and why. */
final class Validation {
  /** Struct of reason and field at fault; null for a record that is fine. */
  static final String PROBLEM = "_problem";

  private static final List<String> MEDIA_TYPES =
      List.of("image", "carousel", "video", "short_video", "live", "story", "text");

  private Validation() {}

  /**
   * @param records {@link Records}' columns
   * @param crawlDate nothing in the crawl can have happened after this UTC day
   * @return the feed's columns in their types, {@link #PROBLEM}, source_file and the record
   */
  static Dataset<Row> validate(
      Dataset<Row> records, Feed feed, LocalDate crawlDate, IngestSettings settings) {
    StructType delivered = records.schema();
    List<Column> columns = new ArrayList<>();
    List<Column> presence = new ArrayList<>();
    for (Field field : feed.fields()) {
      DataType type = delivered.apply(field.name()).dataType();
      columns.add(Parsing.parse(field, field.col(), type).as(field.name()));
      presence.add(Parsing.isPresent(field, field.col(), type).as(present(field)));
    }
    List<Column> all = new ArrayList<>(columns);
    all.addAll(presence);
    for (String own : List.of(Records.FILE, Records.RECORD, Records.FAULT, Records.UNKNOWN)) {
      all.add(col(own));
    }
    Dataset<Row> typed = records.select(all.toArray(Column[]::new));
    List<Column> result = new ArrayList<>(feed.fields().stream().map(Field::col).toList());
    result.add(problem(feed, crawlDate, settings).as(PROBLEM));
    for (String own : List.of(Records.FILE, Records.RECORD, Records.UNKNOWN)) {
      result.add(col(own));
    }
    return typed.select(result.toArray(Column[]::new));
  }

  /** The first problem found: of the record, then of its fields in their order. */
  private static Column problem(Feed feed, LocalDate crawlDate, IngestSettings settings) {
    List<Column> problems = new ArrayList<>();
    problems.add(when(col(Records.FAULT).isNotNull(), problem(col(Records.FAULT), null)));
    for (Field field : feed.fields()) {
      problems.addAll(fieldProblems(field, crawlDate, settings));
    }
    return coalesce(problems.toArray(Column[]::new));
  }

  private static List<Column> fieldProblems(
      Field field, LocalDate crawlDate, IngestSettings settings) {
    List<Column> problems = new ArrayList<>();
    Column value = field.col();
    Column present = col(present(field));
    if (field.required()) {
      boolean text = field.type().equals(DataTypes.StringType);
      problems.add(
          when(
              text ? not(present).or(trim(value).equalTo("")) : not(present),
              problem("missing", field)));
    }
    if (!field.type().equals(DataTypes.StringType)) {
      problems.add(
          when(
              present.and(value.isNull()),
              problem("not " + Parsing.expected(field.type()), field)));
    }
    if (field.type().equals(DataTypes.LongType) || field.type().equals(DataTypes.IntegerType)) {
      problems.add(when(value.lt(0), problem("negative", field)));
      problems.add(
          when(
              value.gt(settings.maxCount()),
              problem("above ingest.max_count, " + settings.maxCount(), field)));
    }
    if (field.type().equals(DataTypes.TimestampType)) {
      LocalDate first = LocalDate.of(settings.earliestYear(), 1, 1);
      problems.add(when(value.lt(day(first)), problem("before " + settings.earliestYear(), field)));
      problems.add(
          when(value.geq(day(crawlDate.plusDays(1))), problem("after the crawl date", field)));
    }
    if (field.name().equals("platform")) {
      problems.add(
          when(
              not(value.rlike("^[a-z][a-z0-9_]{0,39}$")),
              problem("not a platform's name in lower case", field)));
    }
    if (field.name().equals("media_type")) {
      problems.add(
          when(not(value.isin(MEDIA_TYPES.toArray())), problem("not a known kind", field)));
    }
    return problems;
  }

  private static Column day(LocalDate day) {
    return lit(day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
  }

  private static Column problem(String reason, Field field) {
    return problem(lit(reason), field.name());
  }

  private static Column problem(Column reason, String field) {
    return struct(reason.as("reason"), lit(field).cast("string").as("field"));
  }

  private static String present(Field field) {
    return "_has_" + field.name();
  }
}

package io.assay.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import io.assay.contracts.Feed;
import io.assay.contracts.Field;
import io.assay.settings.IngestSettings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Tells records that can be used from those that cannot, and why. The reason travels as a number,
 * which keeps the code that Spark generates for every record small; it becomes words only for those
 * that are refused.
 */
final class Validation {
  /** Number of the first rule that the record breaks; null for a record that is fine (int). */
  static final String PROBLEM = "_problem";

  /** Compared first, which is cheaper than the pattern that any platform's name fits. */
  private static final List<String> KNOWN_PLATFORMS =
      List.of("instagram", "tiktok", "youtube", "x", "facebook");

  /** A rule: what breaks it, and what to say then. */
  private record Rule(Column broken, Column reason, String field) {}

  private final Feed feed;
  private final List<Rule> rules = new ArrayList<>();

  /**
   * @param crawlDate nothing in the crawl can have happened after this UTC day
   */
  Validation(Feed feed, LocalDate crawlDate, IngestSettings settings) {
    this.feed = feed;
    Column fault = col(Records.FAULT);
    rules.add(new Rule(fault.isNotNull(), fault, null));
    rules.add(
        new Rule(
            bytesOfTexts(feed).gt(settings.maxRecordBytes()),
            lit("longer than ingest.max_record_bytes, " + settings.maxRecordBytes()),
            null));
    for (Field field : feed.fields()) {
      addRules(field, crawlDate, settings);
    }
    for (Feed.Rule rule : feed.rules()) {
      rules.add(new Rule(expr(rule.brokenIf()), lit(rule.reason()), rule.field()));
    }
  }

  /**
   * @param records the columns of {@link TypedRecords}
   * @return the feed's columns, {@link #PROBLEM}, and {@link Records}' own columns
   */
  Dataset<Row> validate(Dataset<Row> records) {
    List<Column> result = new ArrayList<>(feed.fields().stream().map(Field::col).toList());
    result.add(firstBroken().as(PROBLEM));
    for (String own : List.of(Records.FILE, Records.RECORD, Records.FAULT, Records.UNKNOWN)) {
      result.add(col(own));
    }
    return records.select(result.toArray(Column[]::new));
  }

  /** The reason in words, of a record whose {@link #PROBLEM} is not null. */
  Column reason() {
    List<Column> reasons = rules.stream().map(Rule::reason).toList();
    return element_at(array(reasons.toArray(Column[]::new)), col(PROBLEM));
  }

  /** The field at fault; null where it is the whole record. */
  Column field() {
    Column[] fields = rules.stream().map(r -> lit(r.field()).cast("string")).toArray(Column[]::new);
    return element_at(array(fields), col(PROBLEM));
  }

  /** Rules count from 1, those of the record first, then those of its fields in their order. */
  private Column firstBroken() {
    List<Column> numbers = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      numbers.add(when(rules.get(i).broken(), i + 1));
    }
    return coalesce(numbers.toArray(Column[]::new));
  }

  private void addRules(Field field, LocalDate crawlDate, IngestSettings settings) {
    Column value = field.col();
    Column given = TypedRecords.isGiven(field);
    Column unfit = given.and(value.isNull());
    if (field.required()) {
      boolean text = field.type().equals(DataTypes.StringType);
      add(field, text ? not(given).or(trim(value).equalTo("")) : not(given), "missing");
    }
    add(field, unfit, "not " + Parsing.expected(field.type()));
    if (field.type().equals(DataTypes.LongType) || field.type().equals(DataTypes.IntegerType)) {
      add(field, value.lt(0), "negative");
      add(field, value.gt(settings.maxCount()), "above ingest.max_count, " + settings.maxCount());
    }
    if (field.type().equals(DataTypes.DoubleType) && !field.unit().equals(Field.MONEY)) {
      add(field, value.lt(0), "negative");
      if (field.unit().equals(Field.SHARE)) {
        add(field, value.gt(1), "a share above 1");
      }
    }
    if (field.type().equals(DataTypes.DateType)) {
      add(field, year(value).lt(settings.earliestYear()), "before " + settings.earliestYear());
    }
    if (field.type().equals(DataTypes.TimestampType)) {
      LocalDate first = LocalDate.of(settings.earliestYear(), 1, 1);
      add(field, value.lt(day(first)), "before " + settings.earliestYear());
      add(field, value.geq(day(crawlDate.plusDays(1))), "after the crawl date");
    }
    if (field.name().equals("platform")) {
      Column known = value.isin(KNOWN_PLATFORMS.toArray());
      Column named = value.rlike("^[a-z][a-z0-9_]{0,39}$");
      add(field, not(known.or(named)), "not a platform's name in lower case");
    }
    if (!field.values().isEmpty()) {
      add(
          field,
          not(value.isin(field.values().toArray())),
          "not one of " + String.join(", ", field.values()));
    }
  }

  /** Formats other than lines of JSON show the length of a record only here. */
  private static Column bytesOfTexts(Feed feed) {
    return feed.fields().stream()
        .filter(field -> field.type().equals(DataTypes.StringType))
        .map(field -> coalesce(octet_length(field.col()), lit(0)))
        .reduce(lit(0L), Column::plus);
  }

  private void add(Field field, Column broken, String reason) {
    rules.add(new Rule(broken, lit(reason), field.name()));
  }

  private static Column day(LocalDate day) {
    return lit(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}

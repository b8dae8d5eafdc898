package io.assay.ingest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * Functions that expressions of a mapping may call beside Spark's own, for what crawlers write and
 * Spark does not read. Each gives a text that its field can be read from; what it cannot read it
 * gives as it came, so that the field refuses it by its own rule and shows it.
 */
final class MappingFunctions {
  private static final DateTimeFormatter TWITTER =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss xx yyyy", Locale.ENGLISH);

  /** The year 2100; so many milliseconds after 1970 were in February of that year. */
  private static final long MOST_SECONDS = 4_102_444_800L;

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

  private MappingFunctions() {}

  static void register(SparkSession spark) {
    register(spark, "shown_count", value -> ShownCount.digits(value));
    register(spark, "twitter_time", MappingFunctions::twitterTime);
    register(spark, "epoch_seconds", value -> epoch(value, false));
    register(spark, "epoch_millis", value -> epoch(value, true));
  }

  private static void register(SparkSession spark, String name, UDF1<String, String> function) {
    UDF1<Object, String> ofAny = value -> function.call(value == null ? null : value.toString());
    spark.udf().register(name, ofAny, DataTypes.StringType);
  }

  /** Fri May 29 12:52:04 +0000 2020. */
  static String twitterTime(String text) {
    if (text == null) {
      return null;
    }
    try {
      return iso(OffsetDateTime.parse(text.strip(), TWITTER).toInstant());
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  /** Seconds or milliseconds since 1970; those that only fit the other unit are not read. */
  static String epoch(String text, boolean millis) {
    BigDecimal number = text == null ? null : NumberText.plain(text.strip());
    if (number == null) {
      return text;
    }
    BigDecimal seconds = millis ? number.divide(THOUSAND) : number;
    boolean fits =
        seconds.signum() > 0
            && seconds.compareTo(BigDecimal.valueOf(MOST_SECONDS)) < 0
            && (!millis || number.compareTo(BigDecimal.valueOf(MOST_SECONDS)) > 0);
    if (!fits) {
      return text;
    }
    long micros = seconds.movePointRight(6).longValue();
    return iso(
        Instant.ofEpochSecond(micros / 1_000_000, Math.floorMod(micros, 1_000_000L) * 1_000L));
  }

  private static String iso(Instant time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
  }
}

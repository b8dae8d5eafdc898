package io.assay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.SparkFixture;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** Texts are read as Spark reads them, the common forms included, which are read without it. */
class FieldTextTest {
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "12",
          "007",
          "-5",
          "+7",
          " 12 ",
          "12.0",
          "1.5",
          "1.2E1",
          "3e2",
          "1e-1",
          "12k",
          "",
          " ",
          "999999999999999999",
          "9223372036854775807",
          "9223372036854775808",
          "1e19",
          "99999999999999999999",
          "0x10",
          "NaN",
          "Infinity",
          "1_000",
          "\u0661",
          "1.0000000000001");

  private static final List<String> TIMES =
      List.of(
          "2026-10-31T08:00:00Z",
          "2026-02-29T08:00:00Z",
          "2024-02-29T23:59:59Z",
          "2026-10-31T24:00:00Z",
          "2026-10-31T23:60:00Z",
          "2026-13-01T00:00:00Z",
          "2026-00-01T00:00:00Z",
          "2026-10-00T00:00:00Z",
          "0000-01-01T00:00:00Z",
          "0001-01-01T00:00:00Z",
          "1969-12-31T23:59:59Z",
          "2026-10-31 08:00:00",
          "2026-10-31T08:00:00.123456Z",
          "2026-10-31T08:00:00+05:30",
          "2026-10-31",
          "2026-1-1",
          "2026-10-31T08:00:00z",
          "2026-10-31t08:00:00Z",
          "+2026-10-31T08:00Z",
          "yesterday");

  @Test
  void wholeNumbersAreThoseOfSparkAndThoseThatAreWrittenAsFractions() {
    for (DataType type : List.of(DataTypes.LongType, DataTypes.IntegerType)) {
      Column exact = col("value").try_cast("decimal(28,9)");
      assertSame(
          type,
          NUMBERS,
          coalesce(
              col("value").try_cast(type),
              when(exact.equalTo(floor(exact)), exact.try_cast(type))));
    }
    assertThat(read(DataTypes.LongType, "1.2E1")).isEqualTo(12L);
  }

  @Test
  void otherTypesAreThoseOfSpark() {
    assertSame(
        DataTypes.BooleanType, List.of("true", "f", "1", "yes", "", "maybe"), cast("boolean"));
    assertThat(read(DataTypes.DoubleType, "0.25")).isEqualTo(0.25);
    assertThat(read(DataTypes.DoubleType, "NaN")).isNull();
    assertThat(read(DataTypes.DoubleType, "-Infinity")).isNull();
    assertThat(read(DataTypes.createArrayType(DataTypes.StringType), "one")).isNull();
  }

  @Test
  void timesAreThoseOfSpark() {
    assertSame(DataTypes.TimestampType, TIMES.subList(0, 15), cast("timestamp"));
    assertSame(DataTypes.DateType, TIMES.subList(0, 15), cast("date"));
    assertThat(read(DataTypes.TimestampType, "2026-10-31T08:00:00Z"))
        .isEqualTo(Instant.parse("2026-10-31T08:00:00Z").toEpochMilli() * 1000);
  }

  @Test
  void aTimeWithoutItsDayIsNone() {
    for (String text :
        List.of("2026", "10:00:00", "T08:00:00Z", "2026-10", "2026-1-1", "20261031")) {
      assertThat(read(DataTypes.TimestampType, text)).as(text).isNull();
      assertThat(read(DataTypes.DateType, text)).as(text).isNull();
    }
  }

  private static Column cast(String type) {
    return col("value").try_cast(type);
  }

  private static void assertSame(DataType type, List<String> texts, Column asSpark) {
    Column comparable =
        type.equals(DataTypes.TimestampType)
            ? org.apache.spark.sql.functions.unix_micros(asSpark)
            : type.equals(DataTypes.DateType)
                ? org.apache.spark.sql.functions.unix_date(asSpark)
                : asSpark;
    List<Object> spark =
        SparkFixture.spark()
            .createDataset(texts, Encoders.STRING())
            .select(comparable)
            .collectAsList()
            .stream()
            .map(row -> row.get(0))
            .toList();
    for (int i = 0; i < texts.size(); i++) {
      Object read = read(type, texts.get(i));
      // Spark gives null for whatever it does not take; here it is said why.
      boolean noWholeNumber = read == FieldText.Doubt.FRACTION || read == FieldText.Doubt.TOO_LARGE;
      assertThat(noWholeNumber ? null : read).as(type + " " + texts.get(i)).isEqualTo(spark.get(i));
    }
  }

  @Test
  void aNumberThatIsNoWholeOneIsToldFromNone() {
    assertThat(read(DataTypes.LongType, "1.5")).isEqualTo(FieldText.Doubt.FRACTION);
    assertThat(read(DataTypes.LongType, "1e30")).isEqualTo(FieldText.Doubt.TOO_LARGE);
    assertThat(read(DataTypes.LongType, "-9223372036854775809"))
        .isEqualTo(FieldText.Doubt.TOO_LARGE);
    assertThat(read(DataTypes.IntegerType, "3000000000")).isEqualTo(FieldText.Doubt.TOO_LARGE);
    assertThat(read(DataTypes.LongType, "many")).isNull();
    assertThat(read(DataTypes.LongType, "1e0")).isEqualTo(1L);
  }

  private static Object read(DataType type, String text) {
    return new FieldText(type, Notation.UNSAID).value(UTF8String.fromString(text));
  }
}

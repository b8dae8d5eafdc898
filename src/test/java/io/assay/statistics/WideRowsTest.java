package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.testing.SparkFixture;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WideRowsTest {
  private static final StructType PART = new StructType().add("n", DataTypes.LongType);
  private static final StructType SCHEMA =
      new StructType()
          .add("name", DataTypes.StringType)
          .add("half", DataTypes.DoubleType)
          .add("parts", DataTypes.createArrayType(PART));

  /** Of each number its name, its half where it is even, and itself as a part. */
  private static final MapPartitionsFunction<Long, Row> HALVES = WideRowsTest::halves;

  /** The session of the tests interprets plans; a new one has the settings of production. */
  private static SparkSession session(boolean compiled) {
    return compiled ? SparkFixture.spark().newSession() : SparkFixture.spark();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyRowArrivesAsItWasMade(boolean compiled) {
    List<Row> rows =
        WideRows.mapPartitions(session(compiled).range(3, 5), HALVES, SCHEMA)
            .selectExpr("name", "half", "parts[0].n AS n")
            .orderBy("n")
            .collectAsList();

    assertThat(rows)
        .containsExactly(RowFactory.create("3", null, 3L), RowFactory.create("4", 2.0, 4L));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aValueOfAnotherTypeIsRefused(boolean compiled) {
    MapPartitionsFunction<Long, Row> wrong =
        numbers -> List.of(RowFactory.create(1, "two", null)).iterator();

    assertThatThrownBy(
            () -> WideRows.mapPartitions(session(compiled).range(1), wrong, SCHEMA).collectAsList())
        .hasStackTraceContaining("cannot be converted to the STRING type");
  }

  private static Iterator<Row> halves(Iterator<Long> numbers) {
    Stream.Builder<Row> rows = Stream.builder();
    numbers.forEachRemaining(
        n -> {
          Double half = n % 2 == 0 ? n / 2.0 : null;
          Object[] parts = LongStream.of(n).mapToObj(RowFactory::create).toArray();
          rows.add(RowFactory.create(n.toString(), half, parts));
        });
    return rows.build().iterator();
  }
}

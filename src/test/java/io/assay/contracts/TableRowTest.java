package io.assay.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class TableRowTest {
  private static final StructType PART = new StructType().add("n", DataTypes.LongType);

  private static final Table TABLE =
      new Table(
          Table.Layer.GOLD,
          "things",
          "for the test",
          List.of(
              Field.required("id", DataTypes.StringType, "who"),
              Field.optional("seen_at", DataTypes.TimestampType, "when"),
              Field.optional(
                  "weights",
                  DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType),
                  "by name"),
              Field.optional("parts", DataTypes.createArrayType(PART), "of what"),
              Field.required("as_of", DataTypes.DateType, "day"),
              Field.required("run_id", DataTypes.StringType, "run")),
          List.of("as_of", "id"),
          List.of("as_of"),
          List.of());

  @Test
  void columnsAreSetByNameInAnyOrder() {
    Row part = RowLayout.of("part", PART).row().set("n", 3L).row();

    Row row =
        TableRow.of(TABLE)
            .set("run_id", "r")
            .set("as_of", LocalDate.parse("2026-10-31"))
            .set("parts", List.of(part))
            .set("weights", Map.of("a", 0.5))
            .set("seen_at", Instant.EPOCH)
            .set("id", "a")
            .row();

    assertThat(row.getString(0)).isEqualTo("a");
    assertThat(row.<Timestamp>getAs("seen_at")).isEqualTo(Timestamp.from(Instant.EPOCH));
    assertThat(row.<Row>getList(3)).containsExactly(part);
    assertThat(row.getJavaMap(2)).isEqualTo(Map.of("a", 0.5));
    assertThat(row.getDate(4)).isEqualTo(Date.valueOf("2026-10-31"));
    assertThat(row.getString(5)).isEqualTo("r");
  }

  @Test
  void whatAStageMeasuresIsWithoutTheColumnsOfTheRun() {
    assertThat(TABLE.measured())
        .extracting(Field::name)
        .containsExactly("id", "seen_at", "weights", "parts");

    Row row = RowLayout.measured(TABLE).row().set("id", "a").row();

    assertThat(row.schema().fieldNames()).containsExactly("id", "seen_at", "weights", "parts");
    assertThat(row.isNullAt(1)).isTrue();
  }

  @Test
  void mistakesAreNamed() {
    TableRow row = TableRow.of(TABLE);

    assertThatThrownBy(() -> row.set("name", "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "gold.things has no column name; it has id, seen_at, weights, parts, as_of, run_id");
    assertThatThrownBy(() -> row.set("id", 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gold.things.id takes string, not java.lang.Integer (7)");
    assertThatThrownBy(() -> row.set("parts", List.of("none")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gold.things.parts takes struct<n:bigint>, not java.lang.String");
    assertThatThrownBy(row::row)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("gold.things.id is required, but was not set");
  }
}

package io.assay.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.Table;
import io.assay.job.Job;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** Rows of a day's tables, written down as JSON and published by one job. */
public final class LiteralDay {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalDate day;
  private final Map<Table, List<String>> rows = new LinkedHashMap<>();

  public LiteralDay(LocalDate day) {
    this.day = day;
  }

  /**
   * Adds rows, none for a table that is to be there; required columns that are not named are zero,
   * false or empty, others null.
   *
   * @param objects a JSON object each
   */
  public LiteralDay rows(Table table, String... objects) {
    List<String> all = rows.computeIfAbsent(table, t -> new ArrayList<>());
    for (String object : objects) {
      all.add(complete(table, object));
    }
    return this;
  }

  private String complete(Table table, String object) {
    try {
      ObjectNode row = (ObjectNode) JSON.readTree(object);
      row.fieldNames().forEachRemaining(table::field);
      row.put("as_of", day.toString());
      for (StructField field : table.schema().fields()) {
        if (!field.nullable() && !row.has(field.name())) {
          fill(row, field.name(), field.dataType());
        }
      }
      return row.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(object, e);
    }
  }

  private void fill(ObjectNode row, String column, DataType type) {
    if (type instanceof ArrayType) {
      row.putArray(column);
    } else if (type instanceof NumericType) {
      row.put(column, 0);
    } else if (type instanceof BooleanType) {
      row.put(column, false);
    } else {
      row.put(column, day.toString());
    }
  }

  /** Publishes all of it as a job of the name. */
  public void publish(TestLake lake, String job) {
    lake.pipeline()
        .run(
            new Job(
                job,
                "Publishes what is written down.",
                List.of(),
                List.copyOf(rows.keySet()),
                context ->
                    rows.forEach((table, all) -> context.sink().replace(table, read(table, all)))),
            day);
  }

  private static Dataset<Row> read(Table table, List<String> objects) {
    return SparkFixture.spark()
        .read()
        .schema(table.schema())
        .option("mode", "FAILFAST")
        .json(SparkFixture.spark().createDataset(objects, Encoders.STRING()))
        .select(table.columns());
  }
}

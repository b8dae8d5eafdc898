package io.assay.lake.delta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.jdk.javaapi.CollectionConverters;

/** One file of a table's state: where it is, to which partition it belongs, what it states. */
public final class StateFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AddFile add;
  private final String path;
  private final Map<String, String> partition;
  private JsonNode statistics;

  StateFile(AddFile add, Path table) {
    this.add = add;
    // Delta states a file's path relative to the table and percent-encoded.
    this.path = new Path(table, add.toPath()).toString();
    this.partition = CollectionConverters.asJava(add.partitionValues());
  }

  AddFile add() {
    return add;
  }

  /** Its whole address. */
  public String path() {
    return path;
  }

  /** Partition columns and their values as texts, days as 2026-10-31. */
  public Map<String, String> partition() {
    return partition;
  }

  public long bytes() {
    return add.size();
  }

  /** How many rows it holds; null where its writer did not say. */
  public Long rows() {
    JsonNode rows = statistics().get("numRecords");
    return rows == null || rows.isNull() ? null : Long.valueOf(rows.asLong());
  }

  /** No value of the column is smaller; null if unknown. */
  public String low(String column) {
    return bound("minValues", column);
  }

  /** No value of the column is larger; null if unknown. */
  public String high(String column) {
    return bound("maxValues", column);
  }

  private String bound(String side, String column) {
    JsonNode bound = statistics().path(side).get(column);
    return bound == null || bound.isNull() ? null : bound.asText();
  }

  private JsonNode statistics() {
    if (statistics == null) {
      String text = add.stats();
      try {
        statistics = JSON.readTree(text == null || text.isBlank() ? "{}" : text);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("statistics of " + path + " are no JSON", e);
      }
    }
    return statistics;
  }
}

package io.assay.lake;

import io.assay.contracts.Field;
import io.assay.contracts.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/**
 * A hash of a slice's content that does not depend on the order of rows, on files or on partitions,
 * and that leaves {@code run_id} out: the sum of the rows' hashes of 64 bits, so that it is taken
 * in the same scan as the table's checks. Two contents that differ share it once in 10^19.
 */
final class ContentHash {
  private static final String SUM = "hash_sum";

  private static final Map<String, String> EXACT_TIMES =
      Map.of("timestampFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX");

  private ContentHash() {}

  /**
   * Aggregates by name whose values {@link #of} turns into the hash. Rows are hashed within the
   * aggregate: as a column it would make the code that Spark generates for wide tables longer than
   * Java compiles.
   *
   * @param counted which rows are part of the content
   */
  static Map<String, Column> aggregates(Table table, UnaryOperator<Column> counted) {
    Column hash = functions.xxhash64(inputs(table));
    return Map.of(SUM, functions.udaf(new HashSum(), Encoders.LONG()).apply(counted.apply(hash)));
  }

  /** Spark's hash skips nulls, so a column that may hold them goes in with a mark of them. */
  private static Column[] inputs(Table table) {
    List<Column> inputs = new ArrayList<>();
    for (Field field : table.fields()) {
      if (field.name().equals("run_id")) {
        continue;
      }
      inputs.addAll(hashable(field));
      if (!field.required()) {
        inputs.add(field.col().isNull());
      }
    }
    return inputs.toArray(Column[]::new);
  }

  /** Lists of texts, the only nested type of large tables, are joined: that is cheap. */
  private static List<Column> hashable(Field field) {
    if (field.type().sameType(DataTypes.createArrayType(DataTypes.StringType))) {
      Column joined = functions.array_join(field.col(), "\u001f", "\u0000");
      return List.of(field.col(), functions.size(field.col()), joined);
    }
    boolean nested =
        field.type() instanceof ArrayType
            || field.type() instanceof MapType
            || field.type() instanceof StructType;
    return List.of(nested ? functions.to_json(field.col(), EXACT_TIMES) : field.col());
  }

  /**
   * @param rows rows in the slice
   * @param observed values of the aggregates; null where there was no row
   */
  static String of(long rows, Map<String, Object> observed) {
    String text = rows + ":" + observed.get(SUM);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

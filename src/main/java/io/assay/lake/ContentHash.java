package io.assay.lake;

import io.assay.contracts.Field;
import io.assay.contracts.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A hash of a slice's content that does not depend on the order of rows, on files or on partitions,
 * and that leaves {@code run_id} out. A 64-bit hash of each row is summed in parts of 22 bits (a
 * multiset hash: equal rows count as often as they occur; exact up to 2^41 rows), so that it is
 * taken in the same scan as the table's checks. Two contents that differ share it once in 10^19.
 */
final class ContentHash {
  private static final int PARTS = 3;
  private static final int PART_BITS = 22;
  private static final String ROW_HASH = "_row_hash";

  private static final Map<String, String> EXACT_TIMES =
      Map.of("timestampFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX");

  private ContentHash() {}

  /** The rows with their hashes, which {@link #aggregates} sums. */
  static Dataset<Row> withRowHashes(Dataset<Row> rows, Table table) {
    return rows.withColumn(ROW_HASH, functions.xxhash64(inputs(table)));
  }

  /**
   * Aggregates by name whose values {@link #of} turns into the hash.
   *
   * @param counted which rows are part of the content
   */
  static Map<String, Column> aggregates(UnaryOperator<Column> counted) {
    Map<String, Column> sums = new LinkedHashMap<>();
    for (int part = 0; part < PARTS; part++) {
      Column bits =
          functions
              .shiftrightunsigned(functions.col(ROW_HASH), part * PART_BITS)
              .bitwiseAND(functions.lit((1L << PART_BITS) - 1));
      sums.put(sumName(part), functions.sum(counted.apply(bits)));
    }
    return sums;
  }

  private static String sumName(int part) {
    return "hash_" + part;
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
    boolean nested = field.type() instanceof ArrayType || field.type() instanceof StructType;
    return List.of(nested ? functions.to_json(field.col(), EXACT_TIMES) : field.col());
  }

  /**
   * @param rows rows in the slice
   * @param observed values of the aggregates; null where there was no row
   */
  static String of(long rows, Map<String, Object> observed) {
    StringJoiner text = new StringJoiner(",", rows + ":", "");
    for (int part = 0; part < PARTS; part++) {
      text.add(String.valueOf(observed.get(sumName(part))));
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

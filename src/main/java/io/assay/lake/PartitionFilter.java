package io.assay.lake;

import io.assay.contracts.Table;
import io.assay.lake.delta.StateFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Chooses files by a condition on partition columns, before Spark plans to read any. */
final class PartitionFilter {
  private static final String NUMBER = "_number";

  private PartitionFilter() {}

  /** The files whose rows may fit; without partition columns all. */
  static List<StateFile> choose(
      SparkSession spark, Table table, List<StateFile> files, Column where) {
    List<Map<String, String>> partitions =
        files.stream().map(StateFile::partition).distinct().toList();
    if (table.partitionBy().isEmpty() || partitions.isEmpty()) {
      return files;
    }
    StructType schema = new StructType();
    for (String column : table.partitionBy()) {
      schema = schema.add(column, table.field(column).type());
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < partitions.size(); i++) {
      List<Object> values = new ArrayList<>();
      for (String column : table.partitionBy()) {
        values.add(value(table, column, partitions.get(i).get(column)));
      }
      values.add(i);
      rows.add(RowFactory.create(values.toArray()));
    }
    // Rows that the driver has at hand are filtered there, without a job.
    Set<Map<String, String>> fitting = new HashSet<>();
    for (Row row :
        spark
            .createDataFrame(rows, schema.add(NUMBER, DataTypes.IntegerType))
            .where(where)
            .select(NUMBER)
            .collectAsList()) {
      fitting.add(partitions.get(row.getInt(0)));
    }
    return files.stream().filter(file -> fitting.contains(file.partition())).toList();
  }

  private static Object value(Table table, String column, String text) {
    boolean day = table.field(column).type().equals(DataTypes.DateType);
    return text == null || !day ? text : java.sql.Date.valueOf(LocalDate.parse(text));
  }
}

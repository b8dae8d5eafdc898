package io.assay.ingest;

import io.assay.job.LiteralPaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.util.SerializableConfiguration;

/** Reads Parquet, each file by a schema of its own: files of one feed may differ in theirs. */
final class ParquetFiles {
  private static final String BROKEN = "";

  private ParquetFiles() {}

  /**
   * @param positions whether to number the records of each file
   * @return per schema: its columns, source_file, {@link Records#FAULT} and, if asked for, {@link
   *     Positions#POSITION}
   * @throws BrokenFile if a footer cannot be read, or Spark does not read its columns
   */
  static List<Dataset<Row>> read(SparkSession spark, List<InputFile> files, boolean positions) {
    Map<String, List<InputFile>> bySchema = new LinkedHashMap<>();
    List<String> schemas = schemas(spark, files);
    List<InputFile> broken =
        IntStream.range(0, files.size())
            .filter(i -> schemas.get(i).equals(BROKEN))
            .mapToObj(files::get)
            .toList();
    if (!broken.isEmpty()) {
      throw new BrokenFile(broken, "broken container: its footer cannot be read", null);
    }
    for (int i = 0; i < files.size(); i++) {
      bySchema.computeIfAbsent(schemas.get(i), s -> new ArrayList<>()).add(files.get(i));
    }
    return bySchema.values().stream().map(group -> readGroup(spark, group, positions)).toList();
  }

  private static Dataset<Row> readGroup(
      SparkSession spark, List<InputFile> files, boolean positions) {
    Dataset<Row> rows;
    try {
      rows = spark.read().parquet(LiteralPaths.of(InputFile.paths(files)));
    } catch (Exception e) { // Spark throws AnalysisException, which Scala does not declare
      String reason =
          e instanceof AnalysisException
              ? "columns that Spark does not read (write times in microseconds, and no name twice,"
                  + " whatever its case): "
              : "broken container: ";
      throw new BrokenFile(files, reason + firstLine(e), e);
    }
    Column undecodable = functions.lit(false);
    for (StructField field : rows.schema().fields()) {
      if (field.dataType().equals(DataTypes.StringType)) {
        Column text = functions.col("`" + field.name().replace("`", "``") + "`");
        undecodable =
            undecodable.or(
                functions.coalesce(
                    functions.not(functions.is_valid_utf8(text)), functions.lit(false)));
      }
    }
    List<Column> columns = new ArrayList<>();
    for (String name : rows.columns()) {
      columns.add(functions.col("`" + name.replace("`", "``") + "`"));
    }
    columns.add(Records.sourceFile(files));
    columns.add(functions.when(undecodable, "not UTF-8").as(Records.FAULT));
    if (positions) {
      columns.add(functions.col("_metadata.row_index").plus(1).as(Positions.POSITION));
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static List<String> schemas(SparkSession spark, List<InputFile> files) {
    SerializableConfiguration conf =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(InputFile.paths(files), Math.min(files.size(), 1000))
        .map(path -> schema(path, conf))
        .collect();
  }

  private static String schema(String path, SerializableConfiguration conf) {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(new Path(path), conf.value()))) {
      return reader.getFooter().getFileMetaData().getSchema().toString();
    } catch (java.io.IOException | RuntimeException e) {
      return BROKEN; // the caller names the file; Containers says what is wrong with it
    }
  }
}

package io.assay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.assay.lake.LiteralPaths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads another crawler's JSON with the schema that Spark infers, nested as it is. */
final class MappedJson {
  private static final String CORRUPT = "_corrupt_record";

  private MappedJson() {}

  /**
   * @return the source's columns, source_file and {@link Records#FAULT}
   */
  static Dataset<Row> read(
      SparkSession spark, String root, List<InputFile> files, Map<String, String> options) {
    Dataset<Row> rows =
        spark
            .read()
            .options(options)
            .option("columnNameOfCorruptRecord", CORRUPT)
            .json(LiteralPaths.of(InputFile.paths(files)));
    boolean someCorrupt = Arrays.asList(rows.columns()).contains(CORRUPT);
    List<Column> columns = new ArrayList<>();
    for (String name : rows.columns()) {
      columns.add(col("`" + name.replace("`", "``") + "`"));
    }
    columns.add(Records.sourceFile(root));
    Column corrupt = someCorrupt ? col(CORRUPT).isNotNull() : lit(false);
    columns.add(when(corrupt, "not a JSON object").as(Records.FAULT));
    return rows.select(columns.toArray(Column[]::new));
  }
}

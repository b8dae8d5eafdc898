package io.assay.workbench.evaluation;

import io.assay.contracts.UserError;
import io.assay.job.LiteralPaths;
import io.assay.job.RunsSpark;
import io.assay.lake.LocalFiles;
import io.assay.lake.PinnedTable;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A table in files: Delta, Parquet, CSV with a header (every column a text) or JSON Lines, told by
 * the files' names.
 *
 * @param option that names the path, for messages
 * @param path file or folder, taken literally
 */
@RunsSpark
record DataFiles(String option, String path) {
  private static final Map<String, String> FORMATS =
      Map.of("parquet", "parquet", "csv", "csv", "jsonl", "json", "json", "json", "ndjson", "json");
  private static final String ENDINGS = ".parquet, .csv, .jsonl, .json, .ndjson";

  /** What was read; the version is null for what is not Delta. */
  record Read(Dataset<Row> rows, Long version) {}

  /**
   * Looks, if it can be done without Spark, whether there is a table.
   *
   * @throws UserError if there is nothing to read
   */
  void requireThere() {
    LocalFiles.of(path).ifPresent(this::requireThere);
  }

  private void requireThere(FileSystem files) {
    try {
      if (!isDelta(files, new Path(path))) {
        format(files, new Path(path));
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * @param schema of JSON Lines; null to have it inferred
   * @throws UserError if there is nothing to read
   */
  Read read(SparkSession spark, StructType schema) {
    try {
      Path root = new Path(path);
      FileSystem fs = root.getFileSystem(spark.sparkContext().hadoopConfiguration());
      if (isDelta(fs, root)) {
        PinnedTable table = PinnedTable.open(spark, path);
        return new Read(table.rows(), table.version());
      }
      return new Read(files(spark, format(fs, root), schema), null);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(e);
    }
  }

  private boolean isDelta(FileSystem fs, Path root) throws IOException {
    if (!fs.exists(root)) {
      throw new UserError(option + " " + path + " does not exist", "Check the path.");
    }
    return fs.exists(new Path(root, "_delta_log"));
  }

  private UserError unreadable(Exception cause) {
    return new UserError(
        option + " " + path + " cannot be read: " + cause.getMessage(),
        "Check the path and its access.",
        cause);
  }

  /** The same of a folder in this one, if it is there; else this. */
  DataFiles orFolder(SparkSession spark, String name) {
    try {
      return orFolder(
          new Path(path).getFileSystem(spark.sparkContext().hadoopConfiguration()), name);
    } catch (IOException | IllegalArgumentException e) {
      return this; // reading it explains
    }
  }

  /** Likewise, of a file system that is at hand. */
  DataFiles orFolder(FileSystem fs, String name) {
    try {
      Path folder = new Path(path, name);
      return fs.exists(folder) ? new DataFiles(option, folder.toString()) : this;
    } catch (IOException | IllegalArgumentException e) {
      return this; // reading it explains
    }
  }

  private Dataset<Row> files(SparkSession spark, String format, StructType schema) {
    try {
      return frame(spark.read(), format, LiteralPaths.of(List.of(path)), schema);
    } catch (Exception e) {
      // Spark looks into files for their columns, and says in many ways that it cannot.
      throw new UserError(
          option + " " + path + " cannot be read as " + format + ": " + e.getMessage(),
          "Check that the file is whole, and that its name ends as its format asks.",
          e);
    }
  }

  private static Dataset<Row> frame(
      DataFrameReader reader, String format, String[] literal, StructType schema) {
    return switch (format) {
      case "parquet" -> reader.parquet(literal);
      case "csv" ->
          reader
              .option("header", "true")
              .option("multiLine", "true")
              .option("escape", "\"")
              .csv(literal);
      default -> (schema == null ? reader : reader.schema(schema)).json(literal);
    };
  }

  private String format(FileSystem fs, Path root) throws IOException {
    TreeSet<String> formats = new TreeSet<>();
    RemoteIterator<LocatedFileStatus> files = fs.listFiles(root, true);
    while (files.hasNext()) {
      String name = files.next().getPath().getName();
      if (name.startsWith(".") || name.startsWith("_")) {
        continue;
      }
      String[] parts = name.toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "").split("\\.");
      String format = FORMATS.get(parts[parts.length - 1]);
      if (format == null) {
        throw new UserError(
            option + " " + path + " holds " + name + ", which is of no known format",
            "Names must end in " + ENDINGS + " (also with .gz); or name a Delta table.");
      }
      formats.add(format);
    }
    if (formats.size() != 1) {
      throw new UserError(
          option + " " + path + " holds " + (formats.isEmpty() ? "no file" : "several formats"),
          "Name a file, or a folder with files of one format.");
    }
    return formats.first();
  }
}

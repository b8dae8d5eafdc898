package io.assay.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Finds files whose container is broken: a gzip cut short, a Parquet file without its footer. It
 * reads every file to the end, so it is asked only after a read has failed.
 */
final class Containers {
  private Containers() {}

  /** What is wrong with each broken file. */
  static Map<InputFile, String> broken(SparkSession spark, List<InputFile> files) {
    Map<InputFile, String> broken = new LinkedHashMap<>();
    List<InputFile> candidates =
        files.stream().filter(f -> f.isGzip() || f.format() == Format.PARQUET).distinct().toList();
    if (candidates.isEmpty()) {
      return broken;
    }
    SerializableConfiguration conf =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    List<String> paths = candidates.stream().map(InputFile::path).toList();
    List<String> faults =
        new ArrayList<>(
            JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(paths, Math.min(paths.size(), 1000))
                .map(path -> fault(path, conf.value()))
                .collect());
    for (int i = 0; i < candidates.size(); i++) {
      if (!faults.get(i).isEmpty()) {
        broken.put(candidates.get(i), faults.get(i));
      }
    }
    return broken;
  }

  /** Other failures of reading, such as a missing permission, are no fault of the file. */
  private static String fault(String path, Configuration conf) throws IOException {
    try {
      if (Format.ofName(path) == Format.PARQUET) {
        readParquet(path, conf);
      } else {
        readGzip(path, conf);
      }
      return "";
    } catch (EOFException | ZipException | RuntimeException e) {
      return "broken container: " + e.getMessage();
    }
  }

  private static void readGzip(String path, Configuration conf) throws IOException {
    Path file = new Path(path);
    try (InputStream in = new GZIPInputStream(file.getFileSystem(conf).open(file), 1 << 16)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static void readParquet(String path, Configuration conf) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(new Path(path), conf))) {
      while (reader.readNextRowGroup() != null) {
        continue; // reading is the check
      }
    }
  }
}

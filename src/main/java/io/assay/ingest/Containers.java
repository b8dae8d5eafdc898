package io.assay.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Finds files whose container is broken: a packed file cut short, a Parquet file without its
 * footer. It reads every file to the end, so it is asked only after a read has failed.
 */
final class Containers {
  private Containers() {}

  /** What is wrong with each broken file. */
  static Map<InputFile, String> broken(SparkSession spark, List<InputFile> files) {
    Map<InputFile, String> broken = new LinkedHashMap<>();
    List<InputFile> candidates =
        files.stream()
            .filter(f -> f.compression() != null || f.format() == Format.PARQUET)
            .distinct()
            .toList();
    if (candidates.isEmpty()) {
      return broken;
    }
    SerializableConfiguration conf =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    List<String> faults =
        new ArrayList<>(
            JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(candidates, Math.min(candidates.size(), 1000))
                .map(file -> fault(file, conf.value()))
                .collect());
    for (int i = 0; i < candidates.size(); i++) {
      if (!faults.get(i).isEmpty()) {
        broken.put(candidates.get(i), faults.get(i));
      }
    }
    return broken;
  }

  /** Other failures of reading, such as a missing permission, are no fault of the file. */
  private static String fault(InputFile file, Configuration conf) throws IOException {
    try {
      if (file.format() == Format.PARQUET) {
        readParquet(file.path(), conf);
      } else {
        readPacked(file, conf);
      }
      return "";
    } catch (IOException | RuntimeException e) {
      if (Compression.isFaultOfFile(e)) {
        return "broken container: " + e.getMessage();
      }
      throw e;
    }
  }

  private static void readPacked(InputFile file, Configuration conf) throws IOException {
    try (InputStream in = file.open(conf)) {
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

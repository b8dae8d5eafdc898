package io.assay.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
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

  /**
   * What reading a file to its end showed.
   *
   * @param damage null for a file that is whole
   * @param excess why it holds more than it may; null if it does not
   */
  private record Found(Damage damage, String excess) implements Serializable {}

  /**
   * What is wrong with each broken file.
   *
   * @throws UserError if one holds more than it may
   */
  static Map<InputFile, Damage> broken(SparkSession spark, List<InputFile> files) {
    Map<InputFile, Damage> broken = new LinkedHashMap<>();
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
    List<Found> found =
        new ArrayList<>(
            JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(candidates, Math.min(candidates.size(), 1000))
                .map(file -> read(file, conf.value()))
                .collect());
    for (int i = 0; i < candidates.size(); i++) {
      if (found.get(i).excess() != null) {
        throw UnpackedTooMuch.of(candidates.get(i).name(), found.get(i).excess());
      }
      if (found.get(i).damage() != null) {
        broken.put(candidates.get(i), found.get(i).damage());
      }
    }
    return broken;
  }

  /** Other failures of reading, such as a missing permission, are no fault of the file. */
  private static Found read(InputFile file, Configuration conf) throws IOException {
    long unpacked = 0;
    try {
      if (file.format() == Format.PARQUET) {
        readParquet(file.path(), conf);
      } else {
        try (InputStream in = file.open(conf)) {
          byte[] buffer = new byte[1 << 16];
          for (int read = 0; read >= 0; read = in.read(buffer)) {
            unpacked += read;
          }
        }
      }
      return new Found(null, null);
    } catch (UnpackedTooMuch e) {
      return new Found(null, e.getMessage());
    } catch (IOException | RuntimeException e) {
      if (Compression.isFaultOfFile(e)) {
        String fault = "broken container: " + e.getMessage();
        return new Found(new Damage(fault, Math.max(unpacked, file.bytes())), null);
      }
      throw e;
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

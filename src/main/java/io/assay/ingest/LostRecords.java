package io.assay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;

/**
 * How many records a file, a document or a line stands for that cannot be read: as many as so many
 * bytes of the feed's other files yield, at least one. It is an estimate, so that the loss of a
 * large file counts as a large one.
 */
final class LostRecords {
  /** Packed files that are looked into, and how far: their rate of packing stands for others'. */
  private static final int FILES = 16;

  private static final long BYTES = 4L << 20;

  /** Nothing was read to judge by. */
  static final LostRecords ONE_EACH = new LostRecords(() -> Double.POSITIVE_INFINITY);

  private final DoubleSupplier measure;
  private double bytesPerRecord;

  private LostRecords(DoubleSupplier measure) {
    this.measure = measure;
  }

  /**
   * An estimate that is made when it is asked for first.
   *
   * @param files that were read for the feed
   * @param records that they yield, without those that stand for more than themselves
   * @param lost bytes of the latter, and how many there are of so many
   */
  static LostRecords of(
      Configuration conf, List<InputFile> files, long records, Map<Long, Long> lost) {
    return new LostRecords(
        () -> {
          double bytes =
              records == 0
                  ? 0
                  : unpacked(conf, files)
                      - lost.entrySet().stream().mapToLong(e -> e.getKey() * e.getValue()).sum();
          return bytes > 0 ? bytes / records : Double.POSITIVE_INFINITY;
        });
  }

  private double bytesPerRecord() {
    if (bytesPerRecord == 0) {
      bytesPerRecord = measure.getAsDouble();
    }
    return bytesPerRecord;
  }

  /** The records that so many bytes stand for. */
  long of(long bytes) {
    return Math.max(1, (long) Math.floor(bytes / bytesPerRecord() + 0.5));
  }

  /** The records that all of these stand for: bytes, and how many there are of so many. */
  long ofAll(Map<Long, Long> sizes) {
    return sizes.entrySet().stream().mapToLong(e -> of(e.getKey()) * e.getValue()).sum();
  }

  /** How many there are. */
  static long number(Map<Long, Long> sizes) {
    return sizes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The same of a row, by its {@link Records#BYTES}; one where that is null. */
  Column ofRow() {
    Column records =
        floor(col(Records.BYTES).cast("double").divide(bytesPerRecord()).plus(0.5)).cast("long");
    return when(col(Records.BYTES).isNotNull(), greatest(lit(1L), records)).otherwise(lit(1L));
  }

  /** Bytes that files hold after unpacking, as far as their first ones show. */
  private static double unpacked(Configuration conf, List<InputFile> files) {
    double plain = 0;
    double packed = 0;
    double lookedAt = 0;
    double held = 0;
    int looked = 0;
    for (InputFile file : files) {
      if (file.compression() == null) {
        plain += file.bytes();
        continue;
      }
      packed += file.bytes();
      if (looked++ < FILES) {
        lookedAt += file.bytes();
        held += unpacked(conf, file);
      }
    }
    return plain + (lookedAt > 0 ? packed * held / lookedAt : packed);
  }

  /** Bytes that one file holds after unpacking, as far as its first ones show. */
  static double unpacked(Configuration conf, InputFile file) {
    if (file.compression() == null) {
      return file.bytes();
    }
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.path());
    try (CountedInput packed = new CountedInput(path.getFileSystem(conf).open(path));
        InputStream unpacked = file.compression().unpack(packed)) {
      byte[] buffer = new byte[1 << 16];
      long held = 0;
      int read = 0;
      while (read >= 0 && held < BYTES) {
        held += read;
        read = unpacked.read(buffer);
      }
      return read < 0 ? held : held * ((double) file.bytes() / packed.count());
    } catch (IOException e) {
      throw new UncheckedIOException(file.name() + " was read before and cannot be now", e);
    }
  }
}

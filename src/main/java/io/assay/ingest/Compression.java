package io.assay.ingest;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.spark.sql.DataFrameReader;
import org.tukaani.xz.XZIOException;
import org.tukaani.xz.XZInputStream;

/** How a file may be packed, by the end of its name. Spark unpacks them while it reads. */
enum Compression {
  GZIP(".gz", 18),
  BZIP2(".bz2", 14),
  XZ(".xz", 32),
  ZSTANDARD(".zst", 9);

  private final String ending;
  private final int smallest;

  /**
   * @param smallest bytes of a packed file without content: its header and trailer
   */
  Compression(String ending, int smallest) {
    this.ending = ending;
    this.smallest = smallest;
  }

  /** By the name, in lower case as Hadoop tells them; null for a file that is not packed. */
  static Compression of(String name) {
    return Arrays.stream(values()).filter(c -> name.endsWith(c.ending)).findFirst().orElse(null);
  }

  static List<String> endings() {
    return Arrays.stream(values()).map(c -> c.ending).toList();
  }

  /** The name without the ending that tells how the file is packed. */
  static String unpackedName(String name) {
    Compression packed = of(name);
    return packed == null ? name : name.substring(0, name.length() - packed.ending.length());
  }

  /** Has the reader unpack what Spark by itself does not, and no more than a file may hold. */
  static DataFrameReader unpacking(DataFrameReader reader, List<InputFile> files) {
    return files.stream()
        .filter(file -> file.compression() != null)
        .findFirst()
        .map(
            packed ->
                reader
                    .option("io.compression.codecs", BoundedCodecs.names())
                    .option(UnpackLimit.BYTES, packed.limit().bytes())
                    .option(UnpackLimit.RATIO, packed.limit().ratio()))
        .orElse(reader);
  }

  String ending() {
    return ending;
  }

  boolean isTooShort(long bytes) {
    return bytes < smallest;
  }

  InputStream unpack(InputStream packed) throws IOException {
    return switch (this) {
      case GZIP -> new GZIPInputStream(packed, 1 << 16);
      case BZIP2 -> new BZip2CompressorInputStream(packed, true);
      case XZ -> new XZInputStream(packed);
      case ZSTANDARD -> new ZstdInputStream(packed);
    };
  }

  /** Whether the file is at fault, and not its storage, such as by a missing permission. */
  static boolean isFaultOfFile(Exception e) {
    return e instanceof EOFException
        || e instanceof ZipException
        || e instanceof XZIOException
        || e instanceof ZstdIOException
        || e instanceof RuntimeException
        || e.getClass() == IOException.class; // of bzip2
  }
}

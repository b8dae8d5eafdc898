package io.assay.ingest;

import io.assay.settings.IngestSettings;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;

/**
 * How much a packed file may hold, so that a bomb is told before it fills a disk or the memory.
 *
 * @param bytes most bytes after unpacking
 * @param ratio most bytes for each packed one, beyond the first {@link #FREE}
 */
record UnpackLimit(long bytes, long ratio) implements Serializable {
  /** So little harms nobody, however well it is packed. */
  static final long FREE = 64L << 20;

  /** Nothing is bounded. */
  static final UnpackLimit NONE = new UnpackLimit(Long.MAX_VALUE, Long.MAX_VALUE);

  /** Names of the two in Hadoop's configuration, by which codecs learn them. */
  static final String BYTES = "assay.max_unpacked_bytes";

  static final String RATIO = "assay.max_unpacked_ratio";

  static UnpackLimit of(IngestSettings settings) {
    return new UnpackLimit(settings.maxUnpackedBytes(), settings.maxUnpackedRatio());
  }

  static UnpackLimit of(Configuration conf) {
    return new UnpackLimit(
        conf.getLong(BYTES, Long.MAX_VALUE), conf.getLong(RATIO, Long.MAX_VALUE));
  }

  /**
   * @param unpacked bytes so far
   * @param packed bytes that they came from
   */
  void check(long unpacked, long packed) throws UnpackedTooMuch {
    if (unpacked > bytes) {
      throw new UnpackedTooMuch("ingest.max_unpacked_bytes, " + bytes);
    }
    if (unpacked > FREE && unpacked / ratio > packed) {
      throw new UnpackedTooMuch("ingest.max_unpacked_ratio, " + ratio + ", times its size");
    }
  }

  /** Says how far a stream is. */
  interface Position {
    long get() throws IOException;
  }

  /** A stream that fails where it gives more than it may. */
  InputStream bounded(InputStream unpacked, Position packed) {
    return new Bounded(unpacked, packed);
  }

  private final class Bounded extends FilterInputStream {
    private final Position packed;
    private long given;

    Bounded(InputStream unpacked, Position packed) {
      super(unpacked);
      this.packed = packed;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = in.read(into, from, length);
      count(read);
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = in.skip(bytes);
      count(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(long read) throws IOException {
      if (read > 0) {
        given += read;
        check(given, packed.get());
      }
    }
  }
}

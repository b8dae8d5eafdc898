package io.assay.ingest;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Seekable;
import org.apache.hadoop.io.compress.CompressionInputStream;
import org.apache.hadoop.io.compress.SplitCompressionInputStream;

/** What a codec unpacks, up to the {@link UnpackLimit} of its configuration. */
final class BoundedInput extends SplitCompressionInputStream {
  private final InputStream unpacked;
  private final InputStream bounded;

  private BoundedInput(InputStream packed, InputStream unpacked, UnpackLimit limit)
      throws IOException {
    super(packed, 0, 0);
    this.unpacked = unpacked;
    this.bounded = limit.bounded(unpacked, position(packed));
  }

  /** Bounds a stream of Hadoop's or of Java's. */
  static BoundedInput of(InputStream packed, InputStream unpacked, Configuration conf)
      throws IOException {
    return new BoundedInput(packed, unpacked, UnpackLimit.of(conf));
  }

  /** How many packed bytes were read; of a stream that does not say, the ratio has no bound. */
  private static UnpackLimit.Position position(InputStream packed) throws IOException {
    if (packed instanceof Seekable file) {
      long from = file.getPos();
      return () -> file.getPos() - from;
    }
    return () -> Long.MAX_VALUE;
  }

  @Override
  public int read() throws IOException {
    return bounded.read();
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    return bounded.read(into, from, length);
  }

  @Override
  public void resetState() throws IOException {
    if (!(unpacked instanceof CompressionInputStream stream)) {
      throw new UnsupportedOperationException("a plain stream is read once");
    }
    stream.resetState();
  }

  @Override
  public long getPos() throws IOException {
    return unpacked instanceof CompressionInputStream stream ? stream.getPos() : super.getPos();
  }

  @Override
  public long getAdjustedStart() {
    return ((SplitCompressionInputStream) unpacked).getAdjustedStart();
  }

  @Override
  public long getAdjustedEnd() {
    return ((SplitCompressionInputStream) unpacked).getAdjustedEnd();
  }

  /** Closing itself gives the decompressor back that Hadoop lent it. */
  @Override
  public void close() throws IOException {
    try {
      unpacked.close();
    } finally {
      super.close();
    }
  }
}

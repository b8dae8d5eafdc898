package io.assay.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.hadoop.io.compress.CompressionInputStream;
import org.apache.hadoop.io.compress.Decompressor;
import org.apache.hadoop.io.compress.GzipCodec;
import org.apache.hadoop.io.compress.SplitCompressionInputStream;

/**
 * Codecs that read no more of a file than its {@link UnpackLimit} allows; of XZ Hadoop has none,
 * and its own of Zstandard needs a library of the system. Public and without arguments, for Hadoop
 * makes them.
 */
public final class BoundedCodecs {
  private BoundedCodecs() {}

  /** Their names, as Hadoop's configuration lists them. */
  static String names() {
    return List.of(Gzip.class, Bzip2.class, Xz.class, Zstandard.class).stream()
        .map(Class::getName)
        .collect(Collectors.joining(","));
  }

  /** Hadoop's, bounded. */
  public static final class Gzip extends GzipCodec {
    @Override
    public CompressionInputStream createInputStream(InputStream packed, Decompressor lent)
        throws IOException {
      return BoundedInput.of(packed, super.createInputStream(packed, lent), getConf());
    }
  }

  /** Hadoop's, bounded; large files are read in pieces. */
  public static final class Bzip2 extends BZip2Codec {
    @Override
    public CompressionInputStream createInputStream(InputStream packed, Decompressor lent)
        throws IOException {
      return BoundedInput.of(packed, super.createInputStream(packed, lent), getConf());
    }

    @Override
    public SplitCompressionInputStream createInputStream(
        InputStream packed, Decompressor lent, long start, long end, READ_MODE mode)
        throws IOException {
      return BoundedInput.of(
          packed, super.createInputStream(packed, lent, start, end, mode), getConf());
    }
  }

  /** XZ. */
  public static final class Xz extends ReadingCodec {
    @Override
    Compression compression() {
      return Compression.XZ;
    }
  }

  /** Zstandard. */
  public static final class Zstandard extends ReadingCodec {
    @Override
    Compression compression() {
      return Compression.ZSTANDARD;
    }
  }
}

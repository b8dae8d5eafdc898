package io.assay.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionInputStream;
import org.apache.hadoop.io.compress.CompressionOutputStream;
import org.apache.hadoop.io.compress.Compressor;
import org.apache.hadoop.io.compress.Decompressor;
import org.tukaani.xz.XZInputStream;

/**
 * Lets Hadoop, and so Spark, read {@code .xz}. Public and without arguments, for Hadoop makes it.
 */
public final class XzCodec implements CompressionCodec {

  @Override
  public CompressionInputStream createInputStream(InputStream packed) throws IOException {
    return new Unpacked(packed);
  }

  @Override
  public CompressionInputStream createInputStream(InputStream packed, Decompressor none)
      throws IOException {
    return createInputStream(packed);
  }

  /** Hadoop's pool takes null for a codec that needs none. */
  @Override
  public Class<? extends Decompressor> getDecompressorType() {
    return null;
  }

  @Override
  public Decompressor createDecompressor() {
    return null;
  }

  @Override
  public String getDefaultExtension() {
    return ".xz";
  }

  @Override
  public CompressionOutputStream createOutputStream(OutputStream out) {
    throw new UnsupportedOperationException("xz is only read");
  }

  @Override
  public CompressionOutputStream createOutputStream(OutputStream out, Compressor compressor) {
    throw new UnsupportedOperationException("xz is only read");
  }

  @Override
  public Class<? extends Compressor> getCompressorType() {
    return null;
  }

  @Override
  public Compressor createCompressor() {
    throw new UnsupportedOperationException("xz is only read");
  }

  private static final class Unpacked extends CompressionInputStream {
    private final XZInputStream unpacked;

    Unpacked(InputStream packed) throws IOException {
      super(packed);
      unpacked = new XZInputStream(packed);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return unpacked.read(bytes, from, length);
    }

    @Override
    public int read() throws IOException {
      return unpacked.read();
    }

    @Override
    public void resetState() {
      throw new UnsupportedOperationException("xz is read once");
    }
  }
}

package io.assay.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configured;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionInputStream;
import org.apache.hadoop.io.compress.CompressionOutputStream;
import org.apache.hadoop.io.compress.Compressor;
import org.apache.hadoop.io.compress.Decompressor;

/** A codec for Hadoop, and so Spark, that only reads, through a plain stream. */
abstract class ReadingCodec extends Configured implements CompressionCodec {

  /** What unpacks the files of the codec's ending. */
  abstract Compression compression();

  @Override
  public CompressionInputStream createInputStream(InputStream packed) throws IOException {
    return BoundedInput.of(packed, compression().unpack(packed), getConf());
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
    return compression().ending();
  }

  @Override
  public CompressionOutputStream createOutputStream(OutputStream out) {
    throw new UnsupportedOperationException(getDefaultExtension() + " is only read");
  }

  @Override
  public CompressionOutputStream createOutputStream(OutputStream out, Compressor compressor) {
    throw new UnsupportedOperationException(getDefaultExtension() + " is only read");
  }

  @Override
  public Class<? extends Compressor> getCompressorType() {
    return null;
  }

  @Override
  public Compressor createCompressor() {
    throw new UnsupportedOperationException(getDefaultExtension() + " is only read");
  }
}

package io.assay.testing;

import io.assay.job.Progress;
import java.io.OutputStream;
import java.io.PrintStream;

/** For tests and benches that nobody watches. */
public final class Silent {
  private Silent() {}

  /** Progress that nobody wants to see. */
  public static Progress progress() {
    return new Progress(new PrintStream(OutputStream.nullOutputStream()));
  }
}

package io.assay.job;

import io.assay.text.Printable;
import java.io.PrintStream;
import java.util.Locale;

/** Tells a waiting person what is being done: one line a step, on a stream of the caller's. */
public final class Progress {
  private final PrintStream out;

  public Progress(PrintStream out) {
    this.out = out;
  }

  public void started(String job, String what) {
    out.printf(Locale.ROOT, "[%s] %s%n", job, Printable.of(what));
  }

  /** What somebody should look at, once all is done. */
  public void warned(String job, String finding) {
    out.printf(Locale.ROOT, "[%s] warning: %s%n", job, Printable.of(finding));
  }

  public void published(String job, Published p) {
    out.printf(
        Locale.ROOT,
        "[%s] %-28s %,14d rows %8.1f s   %s%n",
        job,
        p.table(),
        p.rows(),
        p.seconds(),
        p.slice());
  }
}

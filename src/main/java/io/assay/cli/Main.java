package io.assay.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;

/** Entry point of {@code jobs/assay} and of {@code spark-submit}. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    adoptStderr();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code = new Cli(out, err).run(args);
    // A library's thread that lingers must not keep the process alive.
    System.exit(code);
  }

  /**
   * Writes to the descriptor that the launcher names. Java announces incubator modules, which Spark
   * needs, on descriptor 2 before any program starts; the launcher leads that one nowhere.
   */
  private static void adoptStderr() {
    Integer number = Integer.getInteger("assay.stderr");
    if (number == null) {
      return;
    }
    try {
      Constructor<FileDescriptor> byNumber = FileDescriptor.class.getDeclaredConstructor(int.class);
      byNumber.setAccessible(true); // java.io is open to us: Spark needs that too
      FileOutputStream stream = new FileOutputStream(byNumber.newInstance(number));
      System.setErr(new PrintStream(stream, true, StandardCharsets.UTF_8));
    } catch (ReflectiveOperationException | RuntimeException e) {
      System.out.println("assay: error: stderr cannot be opened: " + e + ". Unset assay.stderr.");
      System.exit(1);
    }
  }
}

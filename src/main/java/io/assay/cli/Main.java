package io.assay.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.apache.spark.SparkUserAppException;

/** Entry point of {@code jobs/assay} and of {@code spark-submit}. */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws SparkUserAppException {
    adoptStderr();
    if (List.of(args).contains("--verbose")) {
      // Read by conf/log4j2.properties, so to be set before the first class of Spark's.
      System.setProperty("assay.log.level", "info");
      System.setProperty("assay.log.failures", "info");
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code = new Cli(out, err).run(args);
    if (runsInsideYarn(System.getProperties())) {
      endInsideYarn(code);
    } else {
      // A library's thread that lingers must not keep the process alive.
      System.exit(code);
    }
  }

  /** Whether YARN's application master runs this program as a thread of its own. */
  static boolean runsInsideYarn(Properties properties) {
    return "yarn".equals(properties.getProperty("spark.master"))
        && "cluster".equals(properties.getProperty("spark.submit.deployMode"));
  }

  /** The application master takes any exit, also one with 0, for a failure: it wants a return. */
  static void endInsideYarn(int code) throws SparkUserAppException {
    if (code != 0) {
      throw new SparkUserAppException(code, null);
    }
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

package io.assay.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Runs programs in Java processes of their own, one after the other: with this process's class path
 * and options, and with those that the launcher adds for {@code demo}.
 */
final class ChildJava {

  /** As in {@code jobs/assay}: a small run ends before the optimizing compiler earns its cost. */
  private static final List<String> OF_THE_LAUNCHER =
      List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m", "-XX:+UseSerialGC");

  private final Path work;

  /**
   * @param work folder for what the processes print and count
   */
  ChildJava(Path work) {
    this.work = work;
  }

  /**
   * What a process took.
   *
   * @param clock seconds from its start to its end
   * @param cpu seconds of all cores, until Spark ended
   * @param jobs Spark jobs
   * @param executions SQL executions
   * @param tasks Spark's tasks
   */
  record Cost(double clock, double cpu, long jobs, long executions, long tasks) {}

  /**
   * Runs a program to its end.
   *
   * @throws IllegalStateException with the end of what it printed, if it fails
   */
  Cost run(Class<?> program, String... args) {
    try {
      Path counts = Files.createTempFile(work, "counts", ".properties");
      Path printed = Files.createTempFile(work, "printed", ".txt");
      try {
        double clock = seconds(command(program, counts, args), printed);
        Properties counted = new Properties();
        try (Reader reader = Files.newBufferedReader(counts)) {
          counted.load(reader);
        }
        return new Cost(
            clock,
            Double.parseDouble(counted.getProperty("cpu")),
            Long.parseLong(counted.getProperty("jobs")),
            Long.parseLong(counted.getProperty("executions")),
            Long.parseLong(counted.getProperty("tasks")));
      } finally {
        Files.delete(counts);
        Files.delete(printed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(Class<?> program, Path counts, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(OF_THE_LAUNCHER);
    command.add("-Dspark.extraListeners=" + SparkCounts.class.getName());
    command.add("-D" + SparkCounts.FILE + "=" + counts);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(args));
    return command;
  }

  private static double seconds(List<String> command, Path printed) throws IOException {
    final long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    try {
      int code = process.waitFor();
      if (code != 0) {
        List<String> lines = Files.readAllLines(printed);
        throw new IllegalStateException(
            "a measured process ended with "
                + code
                + ":\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      process.destroy();
    }
    return (System.nanoTime() - start) / 1e9;
  }
}

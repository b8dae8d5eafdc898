package io.assay.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the process runs on and how much memory it took. */
final class Machine {

  private static final Path STATUS = Path.of("/proc/self/status");

  private Machine() {}

  static String describe(String sparkVersion) {
    Runtime runtime = Runtime.getRuntime();
    return runtime.availableProcessors()
        + " cores, Java "
        + Runtime.version().feature()
        + " with -Xmx"
        + runtime.maxMemory() / 1_000_000
        + " MB, Spark "
        + sparkVersion;
  }

  /** Most memory the process ever held, in MB: resident, or the heap where that is not known. */
  static long peakMegabytes() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1_000_000)
          .findFirst()
          .orElseGet(Machine::heapMegabytes);
    } catch (IOException e) {
      return heapMegabytes();
    }
  }

  /** Time that all threads of the process have had a core; 0 where that is not known. */
  static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static long heapMegabytes() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() / 1_000_000;
  }
}

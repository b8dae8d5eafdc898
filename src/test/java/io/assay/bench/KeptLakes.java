package io.assay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Lakes that take long to make. They are removed after the measurement, or kept for the next run of
 * the benchmark in the same folder.
 *
 * @param work folder that holds them
 * @param keep whether they are kept
 * @param delete removes a folder
 */
record KeptLakes(Path work, boolean keep, Consumer<Path> delete) {

  /** Where the lake of this name is; another name in every process unless it is kept. */
  Path path(String name) {
    String process = keep ? "" : "-" + ProcessHandle.current().pid();
    return work.resolve("lake-" + name + process);
  }

  /** Makes what the lake must hold, unless an earlier run has; one that broke off starts anew. */
  void prepare(Path lake, Runnable make) {
    Path complete = work.resolve(lake.getFileName() + ".complete");
    if (keep && Files.exists(complete)) {
      return;
    }
    delete.accept(lake);
    make.run();
    if (keep) {
      try {
        Files.createFile(complete);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** To be called when the lake has served. */
  void release(Path lake) {
    if (!keep) {
      delete.accept(lake);
    }
  }
}

package io.assay.cli;

import io.assay.contracts.UserError;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.apache.hadoop.fs.FileUtil;

/**
 * A file of text that is written beside its place and moved there when it is whole: nobody reads
 * half of one, and an older one stays until then.
 *
 * @param file where it will be
 * @param half where it is written; not a temporary file, which only its owner could read
 */
record WholeFile(Path file, Path half) {

  /** Writes the text, and gives back what became of it. */
  interface Content<T> {
    T write(Writer out) throws IOException;
  }

  /**
   * @param out as the caller names it
   * @throws UserError if no file can be written there
   */
  static WholeFile at(String out) {
    try {
      Path file = Path.of(out).toAbsolutePath();
      if (Files.exists(file)) {
        // A link stays, and what it leads to is replaced.
        file = file.toRealPath();
        if (!Files.isRegularFile(file)) {
          throw new UserError(
              "--out " + out + " is no file", "Name a new file, or one that may be replaced.");
        }
      }
      if (!Files.isDirectory(file.getParent())) {
        throw new UserError(
            "--out " + out + " cannot be written: there is no folder " + file.getParent(),
            "Name a file in a folder that exists on this machine.");
      }
      String name = "." + file.getFileName() + "." + UUID.randomUUID() + ".half";
      Path half = file.resolveSibling(name);
      Files.delete(Files.createFile(half));
      return new WholeFile(file, half);
    } catch (IOException | InvalidPathException e) {
      throw unwritable(out, e);
    }
  }

  /**
   * Writes it.
   *
   * @throws UserError if the file cannot be written
   */
  <T> T write(Content<T> content) {
    try {
      try {
        half.toFile().deleteOnExit();
        T written;
        try (Writer out = Files.newBufferedWriter(half)) {
          written = content.write(out);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        return written;
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Makes a file in a folder of its own, and gives back what became of it. */
  interface FileMaker {
    Path make(Path folder) throws IOException;
  }

  /**
   * Puts a file in its place that somebody else writes.
   *
   * @throws UserError if the file cannot be written
   */
  void put(FileMaker making) {
    try {
      try {
        Files.move(making.make(half), file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        FileUtil.fullyDelete(half.toFile());
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** What to throw where an {@link IOException} of its writer cannot be. */
  UserError unwritable(IOException cause) {
    return unwritable(file.toString(), cause);
  }

  private static UserError unwritable(String out, Exception cause) {
    return new UserError(
        "--out " + out + " cannot be written: " + cause.getMessage(),
        "Name a file in a folder that exists, can be written to and has space.",
        cause);
  }
}

package io.assay.ingest;

import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * A private folder for what archives hold, below that of Java's temporary files. Its files have
 * numbers for names, so that no name of a delivery reaches the disk. It goes when it is closed, and
 * with the process.
 */
final class UnpackFolder implements AutoCloseable {
  /** Begins the folder's name. */
  static final String PREFIX = "assay-unpacked-";

  private final UnpackLimit limit;
  private final Thread atExit = new Thread(this::remove);
  private Path folder;
  private int files;
  private long bytes;

  UnpackFolder(UnpackLimit limit) {
    this.limit = limit;
  }

  /** Whether anything was unpacked. */
  boolean isUsed() {
    return folder != null;
  }

  /**
   * The names of unpacked files, by the numbers that they have here; null for other files.
   *
   * @param address of a file, as Spark gives it
   */
  static Column name(Column address, List<InputFile> files) {
    Map<Integer, String> byNumber = new HashMap<>();
    files.forEach(file -> byNumber.put(number(file), file.name()));
    String[] names = new String[Collections.max(byNumber.keySet()) + 1];
    byNumber.forEach((number, name) -> names[number] = name);
    Column number = substring_index(substring_index(address, "/", -1), ".", 1).cast("int");
    String folder = new org.apache.hadoop.fs.Path(files.get(0).path()).getParent().getName();
    return when(address.contains("/" + folder + "/"), get(lit(names), number));
  }

  private static int number(InputFile file) {
    String stored = HiddenNames.last(file.path());
    return Integer.parseInt(
        stored.contains(".") ? stored.substring(0, stored.indexOf('.')) : stored);
  }

  /** How many bytes it holds. */
  long bytes() {
    return bytes;
  }

  /**
   * Unpacks a file.
   *
   * @param ending of its name, as far as it tells how it is packed in itself
   * @param fresh bytes of the folder that came from the same archive, before this file
   * @param packed size of the archive
   * @return its path
   * @throws UnpackedTooMuch if the folder, or what the archive holds, becomes too large
   * @throws IOException if the content cannot be read
   * @throws UserError if it cannot be written
   */
  Path add(InputStream content, String ending, long fresh, long packed) throws IOException {
    Path file = create().resolve(++files + ending);
    byte[] buffer = new byte[1 << 16];
    long written = 0;
    try (OutputStream out = opened(file)) {
      int read;
      while ((read = content.read(buffer)) >= 0) {
        written += read;
        limit.check(fresh + written, packed);
        limit.check(bytes + written, Long.MAX_VALUE);
        write(out, buffer, read);
      }
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    bytes += written;
    return file;
  }

  private OutputStream opened(Path file) {
    try {
      return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void write(OutputStream out, byte[] buffer, int length) {
    try {
      out.write(buffer, 0, length);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private UserError unwritable(IOException e) {
    return new UserError(
        "an archive cannot be unpacked to "
            + (folder == null ? System.getProperty("java.io.tmpdir") : folder)
            + ": "
            + e.getMessage(),
        "Make room there, name another folder for temporary files"
            + " (ASSAY_JAVA_OPTS=-Djava.io.tmpdir=FOLDER), or unpack the archive yourself.",
        e);
  }

  private Path create() {
    if (folder == null) {
      try {
        folder = Files.createTempDirectory(PREFIX);
      } catch (IOException e) {
        throw unwritable(e);
      }
      Runtime.getRuntime().addShutdownHook(atExit);
    }
    return folder;
  }

  /** Takes a file away again. */
  void drop(Path file) throws IOException {
    bytes -= Files.size(file);
    Files.delete(file);
  }

  @Override
  public void close() {
    if (isUsed()) {
      remove();
      try {
        Runtime.getRuntime().removeShutdownHook(atExit);
      } catch (IllegalStateException e) {
        return; // the process ends already, and the hook finds nothing
      }
    }
  }

  private void remove() {
    try {
      if (Files.exists(folder)) {
        Files.walkFileTree(folder, new Removal());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("what was unpacked to " + folder + " was not removed", e);
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, IOException failure)
        throws IOException {
      Files.deleteIfExists(visited);
      return FileVisitResult.CONTINUE;
    }
  }
}

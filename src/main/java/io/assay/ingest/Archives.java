package io.assay.ingest;

import io.assay.contracts.UserError;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Takes the files out of a delivery's archives, as if they lay in folders of the archives' names.
 * Only files that somebody reads are unpacked. An archive of which such a file cannot be read is
 * broken as a whole: nothing of it is used.
 */
final class Archives {
  private final UnpackFolder folder;
  private final UnpackLimit limit;
  private final Predicate<DeliveredFile> isRead;
  private final List<DeliveredFile> files = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();
  private final Map<DeliveredFile, Broken> broken = new LinkedHashMap<>();

  /**
   * An archive that cannot be read.
   *
   * @param files what it holds; none if it does not tell
   */
  record Broken(Damage damage, List<DeliveredFile> files) {}

  /**
   * @param isRead whether somebody reads a file of this name
   */
  Archives(UnpackFolder folder, UnpackLimit limit, Predicate<DeliveredFile> isRead) {
    this.folder = folder;
    this.limit = limit;
    this.isRead = isRead;
  }

  /** The archives' files; those that nobody reads have no path. */
  List<DeliveredFile> files() {
    return files;
  }

  List<Unread> unread() {
    return unread;
  }

  Map<DeliveredFile, Broken> broken() {
    return broken;
  }

  /**
   * Adds what an archive holds.
   *
   * @param archive on this machine, of a type that is read
   * @throws UserError if it holds more than it may
   */
  void add(DeliveredFile archive) throws IOException {
    ArchiveContents contents = new ArchiveContents(archive, folder, isRead);
    List<Archive.Member> listed = List.of();
    long unpacked = 0;
    String fault;
    try (Archive opened = Archive.open(path(archive), limit)) {
      listed = opened.listed();
      try {
        fault = contents.read(opened);
      } finally {
        unpacked = opened.unpacked();
      }
    } catch (FileSystemException e) { // of its storage, such as a missing permission
      throw e;
    } catch (UnpackedTooMuch e) {
      throw UnpackedTooMuch.of(archive.name(), e.getMessage());
    } catch (UserError e) {
      throw e;
    } catch (IOException | RuntimeException e) { // libraries throw both at what is no archive
      fault = reason(e);
    }
    if (fault == null) {
      files.addAll(contents.files());
      unread.addAll(contents.passedOver());
    } else {
      contents.drop();
      List<DeliveredFile> held = contents.readOf(listed);
      long bytes =
          held.isEmpty()
              ? Math.max(archive.bytes(), unpacked)
              : held.stream().mapToLong(DeliveredFile::bytes).sum();
      Damage damage = new Damage("broken container: " + fault, bytes);
      broken.put(archive, new Broken(damage, held));
    }
  }

  /** What a library said first: what it says last is where the file lies. */
  private static String reason(Throwable failure) {
    Throwable first = failure;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return SqlErrors.reason(first);
  }

  private static Path path(DeliveredFile archive) {
    return Path.of(new org.apache.hadoop.fs.Path(archive.path()).toUri().getPath());
  }
}

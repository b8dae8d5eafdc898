package io.assay.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What one archive holds, as far as it was read. */
final class ArchiveContents {
  private final DeliveredFile archive;
  private final UnpackFolder folder;
  private final Predicate<DeliveredFile> isRead;
  private final List<DeliveredFile> found = new ArrayList<>();
  private final Map<String, Unread> passed = new LinkedHashMap<>();
  private final List<Path> unpacked = new ArrayList<>();
  private final Map<String, Boolean> names = new HashMap<>();
  private final long bytesBefore;

  /**
   * @param folder that files are unpacked to
   * @param isRead whether somebody reads a file of this name
   */
  ArchiveContents(DeliveredFile archive, UnpackFolder folder, Predicate<DeliveredFile> isRead) {
    this.archive = archive;
    this.folder = folder;
    this.isRead = isRead;
    this.bytesBefore = folder.bytes();
  }

  /** Its files; those that nobody reads have no path. */
  List<DeliveredFile> files() {
    return found;
  }

  /** What in it is no file to read. */
  Collection<Unread> passedOver() {
    return passed.values();
  }

  /**
   * Unpacks what somebody reads.
   *
   * @return what is wrong with the archive; null for nothing
   * @throws IOException if its bytes are damaged
   */
  String read(Archive opened) throws IOException {
    Archive.Member entry;
    while ((entry = opened.next()) != null) {
      if (entry.kind() != Archive.MemberKind.FOLDER) {
        String fault = read(opened, entry);
        if (fault != null) {
          return fault;
        }
      }
    }
    opened.end();
    return null;
  }

  private String read(Archive opened, Archive.Member entry) throws IOException {
    String name = entry.safeName();
    if (isPassedOver(entry, name)) {
      return null;
    }
    DeliveredFile file = file(null, name, entry.bytes());
    boolean read = isRead.test(file);
    Boolean before = names.put(name, read);
    if (before != null && (before || read)) {
      return "it holds " + name + " twice";
    }
    if (!read) {
      found.add(file);
      return null;
    }
    if (entry.unreadable() != null) {
      return name + " in it " + entry.unreadable();
    }
    Compression packed = Compression.of(name);
    Path path =
        folder.add(
            opened.content(),
            packed == null ? "" : packed.ending(),
            folder.bytes() - bytesBefore,
            archive.bytes());
    unpacked.add(path);
    String address = new org.apache.hadoop.fs.Path("file", null, path.toString()).toString();
    found.add(file(address, name, entry.bytes()));
    return null;
  }

  /** Whether an entry is no file to read, which is told unless it is bookkeeping. */
  private boolean isPassedOver(Archive.Member entry, String name) {
    if (name == null) {
      return pass(entry.name(), "its name leads out of the archive");
    }
    String hidden = HiddenNames.outermost(name);
    if (hidden != null) {
      return HiddenNames.isBookkeeping(HiddenNames.last(hidden))
          || pass(hidden, Unread.hidden(hidden).why());
    }
    if (entry.kind() == Archive.MemberKind.LINK) {
      return pass(name, "a link within an archive");
    }
    if (entry.kind() == Archive.MemberKind.OTHER) {
      return pass(name, "no file but a pipe or a device");
    }
    return Archive.Type.ofName(name) != null
        && pass(name, "an archive within an archive: unpack it");
  }

  private boolean pass(String name, String why) {
    passed.put(name, new Unread(archive.name() + "/" + name, why));
    return true;
  }

  /** Those of its members that somebody reads. */
  List<DeliveredFile> readOf(List<Archive.Member> listed) {
    return listed.stream()
        .filter(e -> e.kind() == Archive.MemberKind.FILE && e.safeName() != null)
        .map(e -> file(null, e.safeName(), e.bytes()))
        .filter(isRead)
        .toList();
  }

  private DeliveredFile file(String path, String name, long bytes) {
    return new DeliveredFile(path, archive.name() + "/" + name, bytes, archive.name());
  }

  /** Takes away what was unpacked. */
  void drop() throws IOException {
    for (Path path : unpacked) {
      folder.drop(path);
    }
  }
}

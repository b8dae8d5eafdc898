package io.assay.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** An archive's entries, one after the other, as its bytes tell them. */
interface Archive extends Closeable {
  /** Names in the style of Windows and absolute ones. */
  Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:(/.*)?");

  /** What an entry is. */
  enum MemberKind {
    FILE,
    FOLDER,
    LINK,
    OTHER
  }

  /**
   * An entry.
   *
   * @param name as the archive writes it
   * @param bytes size after unpacking
   * @param unreadable why its content cannot be read; null if it can
   */
  record Member(String name, MemberKind kind, long bytes, String unreadable) {

    /** The name within the archive; null for one that leads out of it. */
    String safeName() {
      String path = name.replace('\\', '/');
      if (ABSOLUTE.matcher(path).matches()) {
        return null;
      }
      List<String> parts =
          Arrays.stream(path.split("/")).filter(p -> !p.isEmpty() && !p.equals(".")).toList();
      return parts.isEmpty() || parts.contains("..") ? null : String.join("/", parts);
    }
  }

  /** All entries, where the archive has a list of them. */
  List<Member> listed();

  /** How many bytes were unpacked so far, where that is not known from the list. */
  long unpacked();

  /** The next entry; null after the last. */
  Member next() throws IOException;

  /** The content of the entry that came last, which fails where the archive is damaged. */
  InputStream content() throws IOException;

  /** Looks at what lies behind the last entry. */
  void end() throws IOException;

  /** Formats of archives, by the end of their names in any case. */
  enum Type {
    ZIP(".zip"),
    TAR(
        ".tar",
        ".tar.gz",
        ".tgz",
        ".tar.bz2",
        ".tbz",
        ".tbz2",
        ".tar.xz",
        ".txz",
        ".tar.zst",
        ".tzst"),
    /** Known, and not read. */
    UNREAD(".7z", ".rar", ".cab", ".iso", ".tar.z", ".tar.lz4");

    private final List<String> endings;

    Type(String... endings) {
      this.endings = List.of(endings);
    }

    /** The type that a name tells; null for a file that is no archive. */
    static Type ofName(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      return Arrays.stream(values())
          .filter(type -> type.endings.stream().anyMatch(lower::endsWith))
          .findFirst()
          .orElse(null);
    }
  }

  /** Why no archive of a name is read. */
  static String whyUnread(String name) {
    return Type.ofName(name) == Type.UNREAD
        ? "an archive of a kind that is not read: unpack it"
        : "an archive, and those are read on this machine's disks alone: unpack it";
  }

  /** Opens an archive of this machine, of a type that is read. */
  static Archive open(Path file, UnpackLimit limit) throws IOException {
    return Type.ofName(file.getFileName().toString()) == Type.ZIP
        ? new ZipArchive(file)
        : new TarArchive(file, limit);
  }
}

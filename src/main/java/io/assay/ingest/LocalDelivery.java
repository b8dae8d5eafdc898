package io.assay.ingest;

import io.assay.contracts.UserError;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * Lists a delivery on this machine's disks. Every file is listed once, by its real path, whatever
 * links lead to it, for a link to a folder above it would otherwise repeat the delivery without
 * end. Hadoop's own listing starts a process for each local file, and leaves out links that lead
 * nowhere.
 */
final class LocalDelivery {
  private final Path root;
  private final Path realRoot;
  private final Map<Path, DeliveredFile> found = new LinkedHashMap<>();
  private final Map<Path, String> hidden = new LinkedHashMap<>();
  private final Set<Path> folders = new HashSet<>();
  private final Queue<Link> links = new ArrayDeque<>();

  /** A link, by its path and its name within the delivery. */
  private record Link(Path path, String name) {}

  /**
   * What lies in a delivery.
   *
   * @param files all but hidden ones
   * @param hidden what is hidden and no bookkeeping, and was not reached by a link; the outermost
   *     alone
   */
  record Listed(List<DeliveredFile> files, List<Unread> hidden) {}

  private LocalDelivery(Path root) throws IOException {
    this.root = root;
    this.realRoot = root.toRealPath();
  }

  /**
   * @param root folder or file
   * @throws UserError if a link leads nowhere or out of the delivery, or something is no file
   */
  static Listed list(Path root) throws IOException {
    LocalDelivery delivery = new LocalDelivery(root);
    BasicFileAttributes attributes = Files.readAttributes(root, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      delivery.walk(root, "", delivery.realRoot);
      delivery.follow();
    } else {
      String name = root.getFileName().toString();
      requireFile(name, attributes);
      delivery.add(delivery.realRoot, root, name, attributes);
    }
    return new Listed(new ArrayList<>(delivery.found.values()), delivery.unreached());
  }

  /** A hidden folder may be the store that links of the delivery lead to. */
  private List<Unread> unreached() {
    Set<Path> reached = new HashSet<>();
    for (Path file : found.keySet()) {
      Path at = file;
      while (at != null && reached.add(at)) {
        at = at.getParent();
      }
    }
    return hidden.entrySet().stream()
        .filter(entry -> !reached.contains(entry.getKey()))
        .map(entry -> Unread.hidden(entry.getValue()))
        .toList();
  }

  private void walk(Path folder, String prefix, Path realFolder) throws IOException {
    folders.add(realFolder);
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      all.forEach(entries::add);
    }
    entries.sort(Comparator.naturalOrder());
    for (Path entry : entries) {
      String name = prefix + entry.getFileName();
      BasicFileAttributes attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Path real = realFolder.resolve(entry.getFileName());
      if (HiddenNames.isHidden(entry.getFileName().toString())) {
        if (!HiddenNames.isBookkeeping(entry.getFileName().toString())) {
          hidden.put(real, name + (attributes.isDirectory() ? "/" : ""));
        }
      } else if (attributes.isSymbolicLink()) {
        links.add(new Link(entry, name));
      } else if (attributes.isDirectory()) {
        walk(entry, name + "/", real);
      } else {
        requireFile(name, attributes);
        add(real, entry, name, attributes);
      }
    }
  }

  /** After all that is there in its own right, so that a link never takes a file's name from it. */
  private void follow() throws IOException {
    while (!links.isEmpty()) {
      Link link = links.remove();
      Path target = target(link);
      BasicFileAttributes attributes = Files.readAttributes(target, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        if (!folders.contains(target)) {
          walk(link.path(), link.name() + "/", target);
        }
      } else {
        requireFile(link.name(), attributes);
        if (!found.containsKey(target) || tellsMore(link, found.get(target))) {
          add(target, link.path(), link.name(), attributes);
        }
      }
    }
  }

  /** Stores of files by their content have the format only in the names of the links. */
  private static boolean tellsMore(Link link, DeliveredFile file) {
    return !isRead(file.name()) && isRead(link.name());
  }

  private static boolean isRead(String name) {
    return Format.ofName(name) != null || Archive.Type.ofName(name) != null;
  }

  private Path target(Link link) throws IOException {
    Path target;
    try {
      target = link.path().toRealPath();
    } catch (IOException e) { // no such file, or links in a circle
      throw new UserError(
          "link "
              + link.name()
              + " of the delivery leads nowhere: "
              + Files.readSymbolicLink(link.path()),
          "Deliver the file that it should lead to, or remove the link.",
          e);
    }
    if (!target.startsWith(realRoot)) {
      throw new UserError(
          "link " + link.name() + " leads out of the delivery, to " + target,
          "Copy what it leads to into the delivery, or remove the link.");
    }
    return target;
  }

  private static void requireFile(String name, BasicFileAttributes attributes) {
    if (!attributes.isRegularFile()) {
      throw new UserError(
          name + " of the delivery is no file but a pipe, a socket or a device",
          "Write what it gives to a file (cat PIPE > FILE), or remove it.");
    }
  }

  private void add(Path real, Path path, String name, BasicFileAttributes attributes) {
    String address = new org.apache.hadoop.fs.Path("file", null, path.toString()).toString();
    found.put(real, DeliveredFile.plain(address, name, attributes.size()));
  }
}

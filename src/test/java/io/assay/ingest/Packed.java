package io.assay.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Packed files and archives for tests. */
final class Packed {
  private Packed() {}

  interface Packing {
    OutputStream of(OutputStream out) throws IOException;
  }

  static byte[] by(Packing packing, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = packing.of(bytes)) {
      if (content.length > 0) { // archives were filled already
        out.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] gzip(byte[] content) {
    return by(GZIPOutputStream::new, content);
  }

  static byte[] gzip(String content) {
    return gzip(content.getBytes(StandardCharsets.UTF_8));
  }

  /** An archive of files, each a name and a content. */
  static byte[] zip(Object... files) {
    return by(
        out -> {
          ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out);
          for (int i = 0; i < files.length; i += 2) {
            zip.putArchiveEntry(new ZipArchiveEntry((String) files[i]));
            zip.write(bytes(files[i + 1]));
            zip.closeArchiveEntry();
          }
          return zip;
        },
        new byte[0]);
  }

  /** A zip file that holds a symbolic link beside nothing. */
  static byte[] zipOfLink(String name, String target) {
    return by(
        out -> {
          ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out);
          ZipArchiveEntry link = new ZipArchiveEntry(name);
          link.setUnixMode(0120777);
          zip.putArchiveEntry(link);
          zip.write(bytes(target));
          zip.closeArchiveEntry();
          return zip;
        },
        new byte[0]);
  }

  static byte[] tar(Object... files) {
    return by(
        out -> {
          TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
          for (int i = 0; i < files.length; i += 2) {
            TarArchiveEntry entry = new TarArchiveEntry((String) files[i], true);
            byte[] content = bytes(files[i + 1]);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
          }
          return tar;
        },
        new byte[0]);
  }

  /** A tar file of one entry without content, such as a link. */
  static byte[] tarOf(String name, byte type, String target) {
    return by(
        out -> {
          TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
          TarArchiveEntry entry = new TarArchiveEntry(name, type);
          entry.setLinkName(target);
          tar.putArchiveEntry(entry);
          tar.closeArchiveEntry();
          return tar;
        },
        new byte[0]);
  }

  static byte[] tarOfLink(String name, String target) {
    return tarOf(name, TarConstants.LF_SYMLINK, target);
  }

  private static byte[] bytes(Object content) {
    return content instanceof String text
        ? text.getBytes(StandardCharsets.UTF_8)
        : (byte[]) content;
  }
}

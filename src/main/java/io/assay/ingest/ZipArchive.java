package io.assay.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip file, by the directory at its end. */
final class ZipArchive implements Archive {
  private static final int TYPE_OF_FILE = 0170000;
  private static final int PLAIN_FILE = 0100000;

  private final ZipFile zip;
  private final List<ZipArchiveEntry> entries;
  private final Iterator<ZipArchiveEntry> left;
  private ZipArchiveEntry last;

  ZipArchive(Path file) throws IOException {
    zip = ZipFile.builder().setPath(file).get();
    entries = Collections.list(zip.getEntries());
    left = entries.iterator();
  }

  @Override
  public List<Member> listed() {
    return entries.stream().map(ZipArchive::entry).toList();
  }

  @Override
  public long unpacked() {
    return 0;
  }

  @Override
  public Member next() {
    if (!left.hasNext()) {
      return null;
    }
    last = left.next();
    Member entry = entry(last);
    return new Member(entry.name(), entry.kind(), entry.bytes(), unreadable());
  }

  private static Member entry(ZipArchiveEntry entry) {
    return new Member(entry.getName(), kind(entry), entry.getSize(), null);
  }

  private static MemberKind kind(ZipArchiveEntry entry) {
    if (entry.isDirectory() || entry.getName().endsWith("\\")) {
      return MemberKind.FOLDER;
    }
    if (entry.isUnixSymlink()) {
      return MemberKind.LINK;
    }
    int type = entry.getUnixMode() & TYPE_OF_FILE;
    return type == 0 || type == PLAIN_FILE ? MemberKind.FILE : MemberKind.OTHER;
  }

  private String unreadable() {
    if (last.getGeneralPurposeBit().usesEncryption()) {
      return "is encrypted";
    }
    return zip.canReadEntryData(last) ? null : "is packed in a way that is not read";
  }

  @Override
  public InputStream content() throws IOException {
    return new Verified(zip.getInputStream(last), last);
  }

  @Override
  public void end() {
    // The directory stands at the end, and was read first.
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Fails at the end of content that is not what the directory says of it. */
  private static final class Verified extends FilterInputStream {
    private final ZipArchiveEntry entry;
    private final CRC32 sum;
    private long bytes;

    Verified(InputStream content, ZipArchiveEntry entry) {
      this(content, entry, new CRC32());
    }

    private Verified(InputStream content, ZipArchiveEntry entry, CRC32 sum) {
      super(new CheckedInputStream(content, sum));
      this.entry = entry;
      this.sum = sum;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = in.read(into, from, length);
      bytes += Math.max(read, 0);
      if (read < 0 && (bytes != entry.getSize() || sum.getValue() != entry.getCrc())) {
        throw new ZipException(entry.getName() + " in it is damaged");
      }
      return read;
    }
  }
}

package io.assay.ingest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A tar file, packed or not, from its begin to its end. */
final class TarArchive implements Archive {
  private static final int BLOCK = 512;

  private final InputStream bytes;
  private final Tail tail;
  private final TarArchiveInputStream tar;
  private TarArchiveEntry last;

  TarArchive(Path file, UnpackLimit limit) throws IOException {
    CountedInput packed =
        new CountedInput(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    bytes = packed;
    try {
      Compression compression = compression(file.getFileName().toString());
      // What is passed over fills no disk, so that only the ratio tells a bomb.
      InputStream plain =
          compression == null
              ? packed
              : new UnpackLimit(Long.MAX_VALUE, limit.ratio())
                  .bounded(compression.unpack(packed), packed::count);
      tail = new Tail(plain);
      tar = new TarArchiveInputStream(tail, "UTF-8");
    } catch (IOException | RuntimeException e) {
      packed.close();
      throw e;
    }
  }

  /** By the ending, long or short. */
  private static Compression compression(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Compression stated = Compression.of(lower);
    if (stated != null) {
      return stated;
    }
    return switch (lower.substring(lower.lastIndexOf('.'))) {
      case ".tgz" -> Compression.GZIP;
      case ".tbz", ".tbz2" -> Compression.BZIP2;
      case ".txz" -> Compression.XZ;
      case ".tzst" -> Compression.ZSTANDARD;
      default -> null;
    };
  }

  @Override
  public List<Member> listed() {
    return List.of();
  }

  @Override
  public long unpacked() {
    return tail.count;
  }

  @Override
  public Member next() throws IOException {
    last = tar.getNextEntry();
    if (last == null) {
      return null;
    }
    if (!last.isCheckSumOK()) {
      throw new IOException("it is no tar file, or damaged");
    }
    String unreadable = tar.canReadEntryData(last) ? null : "is written in a way that is not read";
    return new Member(last.getName(), kind(), last.getRealSize(), unreadable);
  }

  private MemberKind kind() {
    if (last.isDirectory()) {
      return MemberKind.FOLDER;
    }
    if (last.isSymbolicLink() || last.isLink()) {
      return MemberKind.LINK;
    }
    boolean special = last.isFIFO() || last.isCharacterDevice() || last.isBlockDevice();
    return special ? MemberKind.OTHER : MemberKind.FILE;
  }

  @Override
  public InputStream content() {
    return new FilterInputStream(tar) {
      @Override
      public void close() {
        // The archive goes on behind the entry.
      }
    };
  }

  /** Without its end a tar file that was cut between two entries would look whole. */
  @Override
  public void end() throws IOException {
    tail.transferTo(OutputStream.nullOutputStream());
    if (!tail.isZero()) {
      throw new EOFException("the end that every tar file has is missing");
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  /** Knows whether the last block was of zeros, as every tar file ends. */
  private static final class Tail extends FilterInputStream {
    private long zeros;
    private long count;

    Tail(InputStream in) {
      super(in);
    }

    boolean isZero() {
      return zeros >= BLOCK;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = in.read(into, from, length);
      count += Math.max(read, 0);
      int at = from + read - 1;
      while (at >= from && into[at] == 0) {
        at--;
      }
      zeros = at < from ? zeros + Math.max(read, 0) : from + read - 1 - at;
      return read;
    }

    /** Reads, so that nothing goes unseen. */
    @Override
    public long skip(long bytes) throws IOException {
      int read = read(new byte[(int) Math.min(bytes, 1 << 16)]);
      return Math.max(read, 0);
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}

package io.assay.lake;

import io.assay.contracts.Table;
import io.assay.contracts.TableLockedError;
import io.assay.contracts.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * An operating-system lock per table, because Delta has no mutual exclusion between processes on
 * {@code file://}. It ends with the process that holds it, however that ends. Other file systems
 * have a commit protocol of their own; there the lock does nothing.
 */
public final class TableLock implements AutoCloseable {
  private static final int MAX_HOLDER_BYTES = 1000;

  private final FileChannel channel;

  private TableLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock or fails at once.
   *
   * @param holder who takes it, shown to whoever meets the lock
   * @throws TableLockedError naming the holder
   */
  static TableLock take(Lake lake, Table table, String holder) {
    if (!isLocal(lake)) {
      return new TableLock(null);
    }
    Path file = file(lake, table);
    FileChannel channel = open(file);
    try {
      if (tryLock(channel) == null) {
        channel.close();
        throw new TableLockedError(
            table.id() + " is held by another run: " + holderOf(file),
            "Wait until that run ends, or stop it, and start again.");
      }
      write(channel, holder);
      return new TableLock(channel);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /** Takes the lock, waiting for it; for the ledger's tables, which every run writes briefly. */
  static TableLock await(Lake lake, Table table, String holder) {
    if (!isLocal(lake)) {
      return new TableLock(null);
    }
    Path file = file(lake, table);
    FileChannel channel = open(file);
    try {
      // FileChannel.lock would throw, not wait, where another thread of this process holds it.
      while (tryLock(channel) == null) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      write(channel, holder);
      return new TableLock(channel);
    } catch (IOException e) {
      throw unusable(file, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + file, e);
    }
  }

  /**
   * Looks whether the lock could be taken, without writing anything.
   *
   * @throws TableLockedError naming the holder
   */
  public static void requireFree(Lake lake, Table table) {
    if (isLocal(lake) && Files.exists(file(lake, table))) {
      try (FileChannel channel = FileChannel.open(file(lake, table), StandardOpenOption.WRITE)) {
        if (tryLock(channel) == null) {
          throw new TableLockedError(
              table.id() + " is held by another run: " + holderOf(file(lake, table)),
              "Wait until that run ends, or stop it, and start again.");
        }
      } catch (IOException e) {
        throw unusable(file(lake, table), e);
      }
    }
  }

  /** Names this process, for the people who meet its lock. */
  static String holder(String runId) {
    return "run "
        + runId
        + ", process "
        + ProcessHandle.current().pid()
        + ", since "
        + Instant.now();
  }

  private static boolean isLocal(Lake lake) {
    return "file".equals(lake.root().toUri().getScheme());
  }

  private static Path file(Lake lake, Table table) {
    return Path.of(lake.root().toUri().getPath(), "_locks", table.id() + ".lock");
  }

  private static FileChannel open(Path file) {
    try {
      Files.createDirectories(file.getParent());
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another thread of this process holds it
    }
  }

  private static void write(FileChannel channel, String holder) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static String holderOf(Path file) {
    try {
      String text = Files.readString(file);
      return text.substring(0, Math.min(text.length(), MAX_HOLDER_BYTES));
    } catch (IOException e) {
      return "(its note in " + file + " cannot be read: " + e.getMessage() + ")";
    }
  }

  private static UserError unusable(Path file, IOException e) {
    return new UserError(
        "lock file " + file + " cannot be used: " + e.getMessage(),
        "The lake's folder must be writable.",
        e);
  }

  @Override
  public void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new IllegalStateException("lock not released", e);
      }
    }
  }
}

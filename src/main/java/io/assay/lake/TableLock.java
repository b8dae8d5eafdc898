package io.assay.lake;

import io.assay.contracts.Table;
import io.assay.contracts.TableLockedError;
import io.assay.contracts.UserError;
import io.assay.job.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * An operating-system lock per table, because Delta has no mutual exclusion between processes on
 * {@code file://}. It ends with the process that holds it, however that ends. Other file systems
 * have a commit protocol of their own; there the lock does nothing.
 */
public final class TableLock implements AutoCloseable {
  private static final int MAX_HOLDER_BYTES = 1000;

  /**
   * To write rows of the ledger takes a second or two, so in this time hundreds of runs have had
   * their turn: whoever holds a table for longer hangs, and a person has to look.
   */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /**
   * Locks of this process by file. Where one is held, the file must not be opened again: closing
   * any channel to a file may release all locks that the process has on it.
   */
  private static final Map<Path, String> HELD = new ConcurrentHashMap<>();

  private final Path file;
  private final FileChannel channel;

  private TableLock(Path file, FileChannel channel) {
    this.file = file;
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
      return new TableLock(null, null);
    }
    TableLock lock = attempt(file(lake, table), holder);
    if (lock == null) {
      throw held(lake, table);
    }
    return lock;
  }

  /**
   * Takes the lock, waiting for it; for the ledger's tables, which every run writes briefly.
   *
   * @param progress is told once for whom it waits
   * @throws TableLockedError naming the holder, if the wait takes too long
   */
  static TableLock await(Lake lake, Table table, String holder, Progress progress) {
    return await(lake, table, holder, progress, LONGEST_WAIT);
  }

  static TableLock await(
      Lake lake, Table table, String holder, Progress progress, Duration longest) {
    if (!isLocal(lake)) {
      return new TableLock(null, null);
    }
    long start = System.nanoTime();
    boolean told = false;
    while (true) {
      TableLock lock = attempt(file(lake, table), holder);
      if (lock != null) {
        return lock;
      }
      if (System.nanoTime() - start > longest.toNanos()) {
        throw new TableLockedError(
            table.id()
                + " is held for more than "
                + longest.toSeconds()
                + " s by another run: "
                + holderOf(file(lake, table)),
            "What was published stands. Stop that run if it hangs, and start again.");
      }
      if (!told) {
        progress.started(table.id(), "waiting for another run: " + holderOf(file(lake, table)));
        told = true;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for " + table.id(), e);
      }
    }
  }

  /**
   * Looks whether the lock could be taken; where nobody has ever taken it nothing is written.
   *
   * @throws TableLockedError naming the holder
   */
  public static void requireFree(Lake lake, Table table) {
    if (isLocal(lake) && Files.exists(file(lake, table))) {
      TableLock lock = attempt(file(lake, table), "a check");
      if (lock == null) {
        throw held(lake, table);
      }
      lock.close();
    }
  }

  /** The lock, or null where somebody has it. */
  private static TableLock attempt(Path file, String holder) {
    if (HELD.putIfAbsent(file, holder) != null) {
      return null;
    }
    FileChannel channel = null;
    boolean ours = false;
    try {
      Files.createDirectories(file.getParent());
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
        ours = true;
      }
      return ours ? new TableLock(file, channel) : null;
    } catch (IOException e) {
      throw new UserError(
          "lock file " + file + " cannot be used: " + e.getMessage(),
          "The lake's folder must be writable.",
          e);
    } finally {
      if (!ours) {
        release(file, channel);
      }
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // code of this process that does not go through this class holds it
    }
  }

  private static TableLockedError held(Lake lake, Table table) {
    return new TableLockedError(
        table.id() + " is held by another run: " + holderOf(file(lake, table)),
        "Wait until that run ends, or stop it, and start again.");
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
    return Path.of(lake.root().toUri().getPath(), "_locks", table.id() + ".lock").normalize();
  }

  private static String holderOf(Path file) {
    String here = HELD.get(file);
    if (here != null) {
      return here;
    }
    try {
      String text = Files.readString(file);
      return text.substring(0, Math.min(text.length(), MAX_HOLDER_BYTES));
    } catch (IOException e) {
      return "(its note in " + file + " cannot be read: " + e.getMessage() + ")";
    }
  }

  @Override
  public void close() {
    if (channel != null) {
      release(file, channel);
    }
  }

  private static void release(Path file, FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException("lock not released", e);
    } finally {
      HELD.remove(file);
    }
  }
}

package io.assay.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.assay.contracts.OpsTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.TableLockedError;
import io.assay.contracts.UserError;
import io.assay.job.Progress;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableLockTest {
  @TempDir private Path folder;

  @Test
  void whoComesSecondIsToldWhoHoldsTheTable() {
    Lake lake = new TestLake(folder).lake();
    TableLock first = TableLock.take(lake, SilverTables.POST, "run one");
    assertThatThrownBy(() -> TableLock.take(lake, SilverTables.POST, "run two"))
        .isInstanceOf(TableLockedError.class)
        .hasMessage("silver.post is held by another run: run one");
    assertThatThrownBy(() -> TableLock.requireFree(lake, SilverTables.POST))
        .isInstanceOf(TableLockedError.class);
    TableLock.take(lake, SilverTables.ACCOUNT, "run two").close();
    first.close();
    TableLock.requireFree(lake, SilverTables.POST);
    TableLock.take(lake, SilverTables.POST, "run two").close();
  }

  @Test
  void anotherProcessIsToldTooAndTheLockEndsWithIt() throws Exception {
    Lake lake = new TestLake(folder).lake();
    TableLock.take(lake, SilverTables.POST, "nobody").close();
    Path program = folder.resolve("Hold.java");
    Files.writeString(
        program,
        "public class Hold { public static void main(String[] a) throws Exception {"
            + " var c = java.nio.channels.FileChannel.open(java.nio.file.Path.of(a[0]),"
            + " java.nio.file.StandardOpenOption.WRITE); c.truncate(0);"
            + " c.write(java.nio.ByteBuffer.wrap(\"run other\".getBytes())); c.lock();"
            + " System.out.println(\"held\"); System.in.read(); } }");
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                program.toString(),
                folder.resolve("lake/_locks/silver.post.lock").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("held");
      assertThatThrownBy(() -> TableLock.take(lake, SilverTables.POST, "run here"))
          .isInstanceOf(TableLockedError.class)
          .hasMessage("silver.post is held by another run: run other");
    } finally {
      other.destroyForcibly().waitFor();
    }
    TableLock.take(lake, SilverTables.POST, "run here").close();
  }

  @Test
  void writersOfTheLedgerWaitForEachOtherAndSayOnceForWhom() throws InterruptedException {
    Lake lake = new TestLake(folder).lake();
    Told told = new Told();
    TableLock first = TableLock.await(lake, OpsTables.RUN, "run one", told.progress());
    assertThat(told.lines()).isEmpty();
    List<String> order = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> second =
        CompletableFuture.runAsync(
            () -> {
              TableLock lock = TableLock.await(lake, OpsTables.RUN, "run two", told.progress());
              order.add("two has it");
              lock.close();
            });
    told.first.await();
    TimeUnit.MILLISECONDS.sleep(200);
    order.add("one gives it back");
    first.close();
    second.join();
    assertThat(order).containsExactly("one gives it back", "two has it");
    assertThat(told.lines()).containsExactly("[ops.run] waiting for another run: run one");
  }

  @Test
  void whoWaitsTooLongGivesUpAndNamesTheHolder() {
    Lake lake = new TestLake(folder).lake();
    Progress progress = new Told().progress();
    TableLock first = TableLock.await(lake, OpsTables.RUN, "run one", progress);
    assertThatThrownBy(
            () -> TableLock.await(lake, OpsTables.RUN, "run two", progress, Duration.ofMillis(1)))
        .isInstanceOf(TableLockedError.class)
        .hasMessage("ops.run is held for more than 0 s by another run: run one");
    first.close();
  }

  /** The device takes locks and no text. */
  @Test
  void aLockWhoseNoteCannotBeWrittenIsGivenBack() throws IOException {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    Lake lake = new TestLake(folder).lake();
    Path file = Path.of(lake.root().toUri().getPath(), "_locks", "silver.post.lock");
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, full);
    assertThatThrownBy(() -> TableLock.take(lake, SilverTables.POST, "run one"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot be used");
    try (FileChannel again = FileChannel.open(full, StandardOpenOption.WRITE);
        FileLock lock = again.tryLock()) {
      assertThat(lock.isValid()).isTrue();
    }
  }

  /** Keeps what a waiting person is told. */
  private static final class Told {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final CountDownLatch first = new CountDownLatch(1);

    private Progress progress() {
      return new Progress(
          new PrintStream(said, true) {
            @Override
            public PrintStream printf(Locale locale, String format, Object... values) {
              super.printf(locale, format, values);
              first.countDown();
              return this;
            }
          });
    }

    private List<String> lines() {
      return said.toString(StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void aFolderThatIsNoLakeIsNotTouched() throws IOException {
    Path other = Files.createDirectories(folder.resolve("photos"));
    Files.writeString(other.resolve("a.jpg"), "x");
    assertThatThrownBy(() -> Lake.openOrCreate(SparkFixture.spark(), other.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("photos is no lake");
    assertThatThrownBy(() -> Lake.open(SparkFixture.spark(), folder.resolve("none").toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("does not exist");
    assertThat(other).isDirectoryContaining("glob:**a.jpg");
    assertThat(folder.resolve("none")).doesNotExist();
  }
}

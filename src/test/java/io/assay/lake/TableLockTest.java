package io.assay.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.SilverTables;
import io.assay.contracts.TableLockedError;
import io.assay.contracts.UserError;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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
  void writersOfTheLedgerWaitForEachOther() throws InterruptedException {
    Lake lake = new TestLake(folder).lake();
    TableLock first = TableLock.await(lake, SilverTables.POST, "run one");
    List<String> order = new CopyOnWriteArrayList<>();
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Void> second =
        CompletableFuture.runAsync(
            () -> {
              started.countDown();
              TableLock lock = TableLock.await(lake, SilverTables.POST, "run two");
              order.add("two has it");
              lock.close();
            });
    started.await();
    order.add("one gives it back");
    first.close();
    second.join();
    assertThat(order).containsExactly("one gives it back", "two has it");
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

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
import java.util.concurrent.CompletableFuture;
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
  void writersOfTheLedgerWaitForEachOther() {
    Lake lake = new TestLake(folder).lake();
    TableLock first = TableLock.await(lake, SilverTables.POST, "run one");
    CompletableFuture<Void> second =
        CompletableFuture.runAsync(
            () -> TableLock.await(lake, SilverTables.POST, "run two").close());
    assertThat(second).isNotDone();
    first.close();
    second.join();
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

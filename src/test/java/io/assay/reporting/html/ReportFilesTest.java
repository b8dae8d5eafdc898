package io.assay.reporting.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both files are there in full, or neither is. */
class ReportFilesTest {
  @TempDir Path folder;

  private static long files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }

  @Test
  void theValuesStandBesideThePage() throws IOException {
    ReportFiles files = ReportFiles.at(folder.resolve("october.html").toString());
    files.write("<p>", "{}");
    files.write("<p>again", "{}");
    assertThat(folder.resolve("october.html")).hasContent("<p>again");
    assertThat(folder.resolve("october.json")).hasContent("{}");
    assertThat(files(folder)).isEqualTo(2);
  }

  @Test
  void whatCannotBeWrittenLeavesNothingHalfWritten() throws IOException {
    ReportFiles files = ReportFiles.at(folder.resolve("report.html").toString());
    Files.createDirectories(folder.resolve("report.json/in the way"));
    assertThatThrownBy(() -> files.write("<p>", "{}"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot be written");
    assertThat(folder.resolve("report.html")).doesNotExist();
    assertThat(files(folder)).isEqualTo(1);
  }

  @Test
  void aFolderThatIsMissingOrNoFolderIsToldBeforeAnythingIsRead() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    for (Path out : new Path[] {folder, folder.resolve("no/report.html"), file.resolve("r.html")}) {
      assertThatThrownBy(() -> ReportFiles.at(out.toString()))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("--out " + out);
    }
  }

  /** Whoever may write everywhere has no read-only folder. */
  @Test
  void aReadOnlyFolderIsToldBeforeAnythingIsRead() {
    Path locked = folder.resolve("locked");
    assertThat(locked.toFile().mkdir()).isTrue();
    assertThat(locked.toFile().setWritable(false)).isTrue();
    org.junit.jupiter.api.Assumptions.assumeFalse(
        Files.isWritable(locked), "this user may write into read-only folders");
    assertThatThrownBy(() -> ReportFiles.at(locked.resolve("r.html").toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is read-only");
  }
}

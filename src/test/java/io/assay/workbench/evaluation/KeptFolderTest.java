package io.assay.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFolderTest {
  private static final Map<String, String> OF = Map.of("world", "a", "seed", "1");

  @TempDir Path work;

  private KeptFolder open(Map<String, String> of) {
    return KeptFolder.open(work.resolve("w-seed-1"), of);
  }

  @Test
  void whatIsDoneStaysDone() throws IOException {
    KeptFolder first = open(OF);
    assertThat(first.has("crawl")).isFalse();
    first.setDay("2026-10-31");
    first.done("crawl");
    Files.createFile(first.resolve("lake"));
    KeptFolder again = open(OF);
    assertThat(again.has("crawl")).isTrue();
    assertThat(again.day()).isEqualTo("2026-10-31");
    assertThat(again.resolve("lake")).exists();
    assertThat(KeptFolder.differences(work.resolve("w-seed-1"), OF)).isEmpty();
  }

  @Test
  void whatIsMadeOfSomethingElseIsMadeAnew() throws IOException {
    KeptFolder first = open(OF);
    first.done("crawl");
    Files.createDirectories(first.resolve("lake/gold"));
    Map<String, String> other = Map.of("world", "b", "seed", "1");
    assertThat(KeptFolder.differences(work.resolve("w-seed-1"), other)).isEqualTo(List.of("world"));
    KeptFolder anew = open(other);
    assertThat(anew.has("crawl")).isFalse();
    assertThat(anew.resolve("lake")).doesNotExist();
  }

  @Test
  void remainsOfSomethingElseAreRemovedAlsoByTheNextCall() throws IOException {
    // stopped between saying what is made and removing what was there
    Path folder = Files.createDirectories(work.resolve("w-seed-1/lake"));
    Files.writeString(
        folder.resolveSibling("made.json"),
        """
        {"of": {"world": "a", "seed": "1"}, "steps": [], "day": null}
        """);
    assertThat(open(OF).resolve("lake")).doesNotExist();
  }

  @Test
  void foldersThatAreNotOursAreLeftAlone() throws IOException {
    Path folder = Files.createDirectories(work.resolve("w-seed-1"));
    KeptFolder.requireUsable(folder, false);
    KeptFolder.requireUsable(work.resolve("new"), true);
    Path letter = Files.createFile(folder.resolve("letter.txt"));
    assertThatThrownBy(() -> KeptFolder.requireUsable(folder, true))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds something else than an evaluation");
    assertThatThrownBy(() -> KeptFolder.requireUsable(letter, true))
        .hasMessageContaining("letter.txt is a file");
    Files.delete(letter);
    open(OF);
    assertThatThrownBy(() -> KeptFolder.requireUsable(folder, false))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds an evaluation");
    KeptFolder.requireUsable(folder, true);
  }
}

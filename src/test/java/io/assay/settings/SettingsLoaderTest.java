package io.assay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {

  @TempDir Path folder;

  private static Settings set(String... assignments) {
    return SettingsLoader.load(List.of(), List.of(assignments));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void shippedSettingsAreValid() {
    Settings settings = set();
    assertThat(settings.bands().defaultScheme()).isEqualTo("standard");
    assertThat(settings.bands().schemes())
        .extracting(BandSettings.Scheme::name)
        .contains("standard", "fine", "large50k");
    assertThat(settings.hash()).hasSize(64);
  }

  @Test
  void bandsAreGaplessFromZero() {
    for (BandSettings.Scheme scheme : set().bands().schemes()) {
      List<BandSettings.Band> bands = scheme.bands();
      assertThat(bands.get(0).lower()).isZero();
      assertThat(bands.get(bands.size() - 1).upper()).isNull();
      for (int i = 1; i < bands.size(); i++) {
        assertThat(bands.get(i).lower()).isEqualTo(bands.get(i - 1).upper());
      }
    }
  }

  @Test
  void aLaterFileWinsKeyByKeyAndSetWinsOverFiles() throws IOException {
    Path first = file("a.yaml", "engagement: {window_days: 10, min_posts: 2}");
    Path second = file("b.yaml", "engagement: {min_posts: 3}");
    Settings files = SettingsLoader.load(List.of(first, second), List.of());
    assertThat(files.engagement().windowDays()).isEqualTo(10);
    assertThat(files.engagement().minPosts()).isEqualTo(3);
    Settings both =
        SettingsLoader.load(
            List.of(first, second), List.of("engagement.min_posts=4", "engagement.min_posts=5"));
    assertThat(both.engagement().minPosts()).isEqualTo(5);
    assertThat(both.engagement().windowDays()).isEqualTo(10);
  }

  @Test
  void theHashFollowsTheValuesNotTheWayTheyWereGiven() throws IOException {
    Path file = file("a.yaml", "# another way to say it\nengagement:\n  min_posts: 7\n");
    assertThat(SettingsLoader.load(List.of(file), List.of()).hash())
        .isEqualTo(set("engagement.min_posts=7").hash())
        .isNotEqualTo(set().hash());
  }

  @Test
  void allProblemsAreReportedAtOnce() throws IOException {
    Path file =
        file(
            "bad.yaml",
            """
            engagement: {min_post: 3, window_days: soon}
            ingest: {max_quarantined_share: 7}
            colour: red
            """);
    assertThatThrownBy(
            () -> SettingsLoader.load(List.of(file), List.of("bands.default_scheme=none")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("5 problem(s)")
        .hasMessageContaining("engagement.min_post: unknown key")
        .hasMessageContaining("engagement.window_days: \"soon\"; allowed: a whole number")
        .hasMessageContaining("ingest.max_quarantined_share: 7; allowed: a number from")
        .hasMessageContaining("colour: unknown key")
        .hasMessageContaining("bands.default_scheme: \"none\"; allowed: one of standard");
  }

  @Test
  void aNumberInQuotesIsNoNumber() {
    assertThatThrownBy(() -> set("engagement.min_posts=\"5\""))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("engagement.min_posts");
  }

  @Test
  void nullRemovesAKey() {
    Settings settings = set("bands.schemes.large50k=null");
    assertThat(settings.bands().schemes())
        .extracting(BandSettings.Scheme::name)
        .doesNotContain("large50k")
        .contains("standard");
    assertThatThrownBy(() -> set("engagement.min_posts=null"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("engagement.min_posts: missing");
  }

  @Test
  void aListIsReplacedWhole() throws IOException {
    Path file =
        file(
            "claims.yaml",
            """
            benchmarks:
              claims:
                - {id: ours, statement: s, source: us, platform: all, metric: rate_public,
                   followers_from: 0, low: 0.01}
            """);
    assertThat(SettingsLoader.load(List.of(file), List.of()).benchmarks().claims())
        .extracting(BenchmarkSettings.Claim::id)
        .containsExactly("ours");
  }

  @Test
  void bandsThatDoNotRiseAreRefused() {
    assertThatThrownBy(() -> set("bands.schemes.odd={small: 5, large: 3}"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("bands.schemes.odd.small: 5; allowed: 0")
        .hasMessageContaining("bands.schemes.odd.large: 3; allowed: more than the band before");
  }

  @Test
  void anAssignmentWithoutAnEqualsSignIsExplained() {
    assertThatThrownBy(() -> set("engagement.min_posts"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("key=value");
  }

  @Test
  void aFileThatIsMissingOrNoYamlIsNamed() throws IOException {
    Path missing = folder.resolve("none.yaml");
    assertThatThrownBy(() -> SettingsLoader.load(List.of(missing), List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none.yaml does not exist");
    Path broken = file("broken.yaml", "engagement: {min_posts: [");
    assertThatThrownBy(() -> SettingsLoader.load(List.of(broken), List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("broken.yaml is not YAML");
    Path list = file("list.yaml", "- a\n- b\n");
    assertThatThrownBy(() -> SettingsLoader.load(List.of(list), List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no mapping");
  }

  @Test
  void anEmptyFileChangesNothing() throws IOException {
    Path empty = file("empty.yaml", "# nothing yet\n");
    assertThat(SettingsLoader.load(List.of(empty), List.of()).hash()).isEqualTo(set().hash());
  }

  @Test
  void theSettingsOfTheLaunchersFolderAreTheBase() throws IOException {
    Path conf = Files.createDirectories(folder.resolve("conf"));
    String edited =
        Files.readString(Path.of("conf/assay.yaml")).replaceAll("min_posts: \\d+", "min_posts: 77");
    Files.writeString(conf.resolve("assay.yaml"), edited);
    System.setProperty("assay.home", folder.toString());
    try {
      assertThat(set().engagement().minPosts()).isEqualTo(77);
    } finally {
      System.clearProperty("assay.home");
    }
  }
}

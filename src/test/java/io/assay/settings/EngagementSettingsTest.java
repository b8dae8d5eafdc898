package io.assay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngagementSettingsTest {

  @Test
  void coarseBinsMustNestInFineOnesAndTheCapMustAdmitTheMinimum() {
    assertThatThrownBy(
            () ->
                SettingsLoader.load(
                    List.of(),
                    List.of(
                        "engagement.histogram_bins_per_decade=7",
                        "engagement.max_posts_per_account=3",
                        "engagement.shown_share=2")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a divisor of engagement.bins_per_decade = 120")
        .hasMessageContaining("at least engagement.min_posts = 5")
        .hasMessageContaining("engagement.shown_share: 2");
  }

  @Test
  void theExampleForThePublicDataSetIsValid() {
    Settings settings =
        SettingsLoader.load(List.of(Path.of("conf/examples/tiktok-famous.yaml")), List.of());
    assertThat(settings.engagement().minPosts()).isEqualTo(1);
    assertThat(settings.bands().defaultBands().bands()).hasSize(7);
  }

  @Test
  void claimsHaveAnIdOfTheirOwnAndRisingEnds() {
    String claim =
        "{id: x, statement: s, source: s, platform: all, metric: rate_view,"
            + " followers_from: 10, followers_below: 10, low: 0.2, high: 0.1}";
    assertThatThrownBy(
            () ->
                SettingsLoader.load(
                    List.of(), List.of("benchmarks.claims=[" + claim + ", " + claim + "]")))
        .hasMessageContaining("benchmarks.claims[0].high: 0.1; allowed: at least low = 0.2")
        .hasMessageContaining("benchmarks.claims[0].followers_below")
        .hasMessageContaining("benchmarks.claims[1].id: x");
  }
}

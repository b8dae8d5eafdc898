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
}

package io.assay.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.settings.ConformSettings;
import io.assay.settings.EngagementSettings;
import io.assay.settings.Settings;
import io.assay.settings.SettingsLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredSettingsTest {
  private static final Stage CONFORM =
      new Stage("conform", "", List.of(), List.of(), List.of(), List.of(ConformSettings.class));

  private static DeclaredSettings declared(String assignment) {
    Settings all = SettingsLoader.load(List.of(), List.of(assignment));
    return new DeclaredSettings(all, CONFORM);
  }

  @Test
  void aStageIsGivenWhatItDeclaresAndNothingElse() {
    DeclaredSettings settings = declared("conform.max_history=7");

    assertThat(settings.get(ConformSettings.class).maxHistory()).isEqualTo(7);
    assertThatThrownBy(() -> settings.get(EngagementSettings.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "stage conform reads the settings 'engagement', but does not declare that it does");
  }

  @Test
  void itsHashIsOfWhatItDeclares() {
    String shipped = declared("conform.max_history=500").hash();

    assertThat(declared("engagement.min_posts=2").hash())
        .isEqualTo(declared("growth.min_days=2").hash());
    assertThat(declared("conform.max_history=7").hash()).isNotEqualTo(shipped);
  }
}

package io.assay.settings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be said about evidence and signals, and what cannot. */
class EvidenceSettingsTest {
  private static Settings set(String... assignments) {
    return SettingsLoader.load(List.of(), List.of(assignments));
  }

  private static void refused(String assignment, String problem) {
    assertThatThrownBy(() -> set(assignment))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("1 problem(s)")
        .hasMessageContaining(problem);
  }

  @Test
  void aComparisonNeedsTwo() {
    refused("evidence.min_peers=1", "evidence.min_peers: 1; allowed: a whole number from 2");
    refused("evidence.notable_below=1.5", "evidence.notable_below: 1.5");
    refused("evidence.likelihood={}", "evidence.likelihood: unknown key");
    refused("signals.min_peers=1", "signals.min_peers: 1");
    refused("evidence.bins_per_decade=0", "evidence.bins_per_decade: 0");
    refused("signals.min_actions=1", "signals.min_actions: 1");
    refused(
        "signals.min_active_days=0", "signals.min_active_days: 0; allowed: a whole number from 1");
    refused("signals.max_comments_per_post=99", "signals.max_comments_per_post: 99");
    refused("signals.window_days=0", "signals.window_days: 0");
    refused("signals.min_comments=few", "signals.min_comments: \"few\"");
    refused("signals.min_followers_sampled=2.5", "signals.min_followers_sampled: 2.5");
    refused("signals.colour=red", "signals.colour: unknown key");
  }
}

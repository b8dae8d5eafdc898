package io.assay.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Family;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.workbench.worlds.WorldFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalQuestionsTest {
  private static final QuestionFile FILE = QuestionFile.load("signals", new Bootstrap(0, 1));

  private static Asked named(String name) {
    return FILE.questions().stream().filter(q -> q.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void theShippedFileAsksOfEverySignalThatCounts() {
    FILE.worlds().keySet().forEach(WorldFile::of);
    List<String> columns =
        FILE.questions().stream().map(q -> q.request().columns().get(0).column()).toList();
    for (Signal signal : Signals.ALL) {
      assertThat(columns.contains(signal.name()))
          .as(signal.name())
          .isEqualTo(signal.family() != Family.CONTEXT);
    }
    assertThat(FILE.questions()).extracting(Asked::name).doesNotHaveDuplicates();
  }

  @Test
  void eachIsAskedAtTheEndThatItDeclares() {
    Asked low = named("bot: quiet_hours low");
    assertThat(low.request().lowIsSuspicious()).isTrue();
    assertThat(low.request().positives().labels()).containsExactly("bot");
    assertThat(low.table().location()).isEqualTo("gold.account_signal");
    assertThat(named("bot: followings_churn high").request().lowIsSuspicious()).isFalse();
    assertThat(named("fake_engagement: comments_per_100_likes high")).isNotNull();
    assertThat(named("fake_engagement: comments_per_100_likes low")).isNotNull();
    // What counts for no kind is held against pods.
    assertThat(named("pod: reaction_seconds low")).isNotNull();
    assertThat(named("pod: mutual_pair_share high").table().location())
        .isEqualTo("gold.account_coordination");
  }
}

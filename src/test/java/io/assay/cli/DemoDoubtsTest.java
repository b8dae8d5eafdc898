package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Kind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the demo says of those it doubts. */
class DemoDoubtsTest {
  private static final DemoFinding JUMPS =
      new DemoFinding("gained 64 % in sudden jumps; few do", "a viral post");
  private static final DemoFinding BARE = new DemoFinding("followers are bare", "chance");
  private static final DemoFinding RATE = new DemoFinding("earns 9 times the usual", "a giveaway");

  private static final CreatorDoubt LIKED =
      flagged("2", "liked", Kind.FAKE_ENGAGEMENT, 0.8, "genuine", "networker", RATE);
  private static final CreatorDoubt FINE =
      creator("3", "fine", Kind.FAKE_ENGAGEMENT, 0.01, false, "genuine", "ordinary");
  private static final CreatorDoubt UNSURE =
      creator("4", "podder", Kind.FAKE_ENGAGEMENT, 0.6, false, "pod", "pod", RATE);

  private static CreatorDoubt flagged(
      String id,
      String handle,
      Kind kind,
      double likelihood,
      String label,
      String sort,
      DemoFinding... reasons) {
    return creator(id, handle, kind, likelihood, true, label, sort, reasons);
  }

  private static CreatorDoubt creator(
      String id,
      String handle,
      Kind kind,
      double likelihood,
      boolean flagged,
      String label,
      String sort,
      DemoFinding... reasons) {
    return new CreatorDoubt(
        "x", id, handle, 1_200L, kind, likelihood, flagged, List.of(reasons), label, sort);
  }

  private static CreatorDoubt buyer(DemoFinding... reasons) {
    return flagged(
        "1", "mia.b", Kind.FAKE_FOLLOWERS, 0.999, "fake_followers", "bought_followers", reasons);
  }

  private static String printed(CreatorDoubt... creators) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DemoDoubts(List.of(creators), 0.7)
        .print(new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everyDoubtHasItsReasonsTheirInnocentExplanationsAndTheTruth() {
    assertThat(printed(buyer(JUMPS, BARE), LIKED, UNSURE, FINE))
        .contains(
            "Of 4 creators who can be judged 2 are doubted: a kind of fraud is at least 70 %"
                + " likely.")
        .contains(
            """
            mia.b, 1,200 followers
              over 99 % likely: it has bought followers.
              - Gained 64 % in sudden jumps; few do.
                Innocent explanation: a viral post.
              - Followers are bare.
                Innocent explanation: chance.
              Planted: bought followers
            """)
        .contains(
            """
              80 % likely: it has bought likes or comments.
              - Earns 9 times the usual.
                Innocent explanation: a giveaway.
              Planted: nothing, a look-alike (networker)
            """)
        .doesNotContain("fine", "podder");
  }

  @Test
  void whatWasPlantedIsCountedBesideWhatIsDoubted() {
    assertThat(printed(buyer(JUMPS), LIKED, UNSURE, FINE))
        .contains("it is known who cheats: 1 of the 2 doubted do.")
        .containsPattern("\nbought followers +1 +1\n")
        .containsPattern("\nmember of a pod +1 +0\n")
        .containsPattern("\nnothing, a look-alike +1 +1\n")
        .containsPattern("\nnothing +1 +0\n");
  }

  @Test
  void whoHasNoFindingToShowIsCountedButNotListed() {
    assertThat(printed(buyer()))
        .contains("Of 1 creator who can be judged 1 is doubted")
        .containsPattern("\nbought followers +1 +1\n")
        .doesNotContain("mia.b", "The clearest");
  }

  @Test
  void nobodyDoubted() {
    assertThat(printed(FINE))
        .contains("Of 1 creator who can be judged 0 are doubted")
        .contains("0 of the 0 doubted do.");
  }
}

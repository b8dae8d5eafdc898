package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the demo says of those it doubts. */
class DemoDoubtsTest {
  private static final CreatorDoubt BUYER =
      creator("1", "mia.b", Kind.FAKE_FOLLOWERS, 0.999, "fake_followers", "bought_followers");
  private static final CreatorDoubt LIKED =
      creator("2", "liked", Kind.FAKE_ENGAGEMENT, 0.8, "genuine", "networker");
  private static final CreatorDoubt FINE =
      creator("3", "fine", Kind.FAKE_ENGAGEMENT, 0.01, "genuine", "ordinary");
  private static final CreatorDoubt UNFOUND =
      creator("4", "podder", Kind.FAKE_ENGAGEMENT, 0.02, "pod", "pod");

  private static final DemoFinding JUMPS =
      new DemoFinding("1", Family.GROWTH, "gained 64 % in sudden jumps; few do", "a viral post");
  private static final DemoFinding ALSO_GROWTH =
      new DemoFinding("1", Family.GROWTH, "grew; by much", "luck");
  private static final DemoFinding NO_PICTURE =
      new DemoFinding("1", Family.PROFILE, "has no profile picture", "new");
  private static final DemoFinding RATE =
      new DemoFinding("2", Family.ENGAGEMENT, "earns 9 times the usual", "a giveaway");

  private static CreatorDoubt creator(
      String id, String handle, Kind kind, double likelihood, String label, String sort) {
    return new CreatorDoubt(id, handle, 1_200L, kind, likelihood, label, sort);
  }

  private static String printed(List<CreatorDoubt> creators, DemoFinding... findings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DemoDoubts(creators, List.of(findings))
        .print(new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everyDoubtHasItsReasonItsInnocentExplanationAndTheTruth() {
    String text =
        printed(List.of(BUYER, LIKED, UNFOUND, FINE), JUMPS, ALSO_GROWTH, NO_PICTURE, RATE);
    assertThat(text)
        .contains("Of 4 creators who can be judged 2 are more likely to cheat than not.")
        .contains(
            """
            mia.b, 1,200 followers
              over 99 % likely: it has bought followers.
              - Gained 64 % in sudden jumps; few do.
                Innocent explanation: a viral post.
              Planted: bought followers
            """)
        .contains(
            """
              80 % likely: it has bought likes or comments.
              - Earns 9 times the usual.
                Innocent explanation: a giveaway.
              Planted: nothing, a look-alike (networker)
            """)
        .doesNotContain("luck", "profile picture", "fine", "podder");
  }

  @Test
  void whatWasPlantedIsCountedBesideWhatIsDoubted() {
    assertThat(printed(List.of(BUYER, LIKED, UNFOUND, FINE), JUMPS, RATE))
        .contains("it is known who cheats: 1 of the 2 doubted do.")
        .containsPattern("\nbought followers +1 +1\n")
        .containsPattern("\nmember of a pod +1 +0\n")
        .containsPattern("\nnothing, a look-alike +1 +1\n")
        .containsPattern("\nnothing +1 +0\n");
  }

  @Test
  void whoHasNoFindingToShowIsCountedButNotListed() {
    assertThat(printed(List.of(BUYER), NO_PICTURE))
        .contains("Of 1 creator who can be judged 1 is more likely")
        .containsPattern("\nbought followers +1 +1\n")
        .doesNotContain("mia.b", "The clearest");
  }

  @Test
  void nobodyDoubted() {
    assertThat(printed(List.of(FINE)))
        .contains("Of 1 creator who can be judged 0 are more likely")
        .contains("0 of the 0 doubted do.");
  }
}

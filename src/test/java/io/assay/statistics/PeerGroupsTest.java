package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.statistics.PeerGroups.Octaves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerGroupsTest {

  @Test
  void octavesAreMergedUntilTheyHoldEnough() {
    // From the lowest up; what is left over at the top joins the last group.
    assertThat(PeerGroups.merged(new long[] {5, 3, 0, 3, 9, 0, 1, 1}, 6))
        .containsExactly(new Octaves(0, 1), new Octaves(3, 7));
    assertThat(PeerGroups.merged(new long[] {0, 6, 0, 0, 6}, 6))
        .as("a group ends where accounts are")
        .containsExactly(new Octaves(1, 1), new Octaves(4, 4));
    assertThat(PeerGroups.merged(new long[] {0, 1, 0, 1}, 6)).containsExactly(new Octaves(1, 3));
    assertThat(PeerGroups.merged(new long[PeerGroups.OCTAVES], 6)).isEmpty();
  }

  @Test
  void namesSayWhichFollowersTheyHold() {
    assertThat(new Octaves(0, 0).name("x")).isEqualTo("x 0-1 followers");
    assertThat(new Octaves(11, 12).name("x")).isEqualTo("x 2048-8191 followers");
    assertThat(new Octaves(0, PeerGroups.octave(Long.MAX_VALUE)).name("x"))
        .isEqualTo("x 0-9223372036854775807 followers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "instagram 2048-8191 followers | instagram accounts with 2,048 to 8,191 followers",
        "x 0-9223372036854775807 followers"
            + " | x accounts with 0 to 9,223,372,036,854,775,807 followers",
        "my 1-2 site 0-1 followers | my 1-2 site accounts with 0 to 1 followers",
        "x followers unknown | x accounts whose followers are unknown",
        "x all accounts | x accounts of any size",
        "a name of another time | a name of another time"
      })
  void inWords(String group, String words) {
    assertThat(PeerGroups.inWords(group)).isEqualTo(words);
  }
}

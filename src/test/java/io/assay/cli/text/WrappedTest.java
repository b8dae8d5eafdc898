package io.assay.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {
  private static final String NINETY = "x".repeat(90);

  @Test
  void linesBreakBetweenWordsAndGoOnIndented() {
    assertThat(Wrapped.lines("- ", "  ", NINETY + " one three"))
        .containsExactly("- " + NINETY + " one", "  three");
  }

  @Test
  void aNumberKeepsItsPercentSign() {
    assertThat(Wrapped.lines("", "", NINETY + " of 12345 % x"))
        .containsExactly(NINETY + " of", "12345 % x");
  }

  @Test
  void aWordLongerThanALineStandsAlone() {
    assertThat(Wrapped.lines("", "", "a " + NINETY + NINETY)).containsExactly("a", NINETY + NINETY);
  }
}

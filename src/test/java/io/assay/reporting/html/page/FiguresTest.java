package io.assay.reporting.html.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numbers bear no more digits than they can. */
class FiguresTest {

  @Test
  void sharesHaveTwoDigits() {
    assertThat(Figures.percent(0.5)).isEqualTo("50 %");
    assertThat(Figures.percent(0.0298)).isEqualTo("3.0 %");
    assertThat(Figures.percent(0.00421)).isEqualTo("0.42 %");
    assertThat(Figures.percent(0.0)).isEqualTo("0 %");
    assertThat(Figures.percent(0.00001)).isEqualTo("under 0.01 %");
    assertThat(Figures.percent(null)).isEqualTo("–");
    assertThat(Figures.part(1, 0)).isEqualTo("–");
  }

  @Test
  void noLikelihoodIsCertain() {
    assertThat(Figures.likelihood(1.0)).isEqualTo("over 99 %");
    assertThat(Figures.likelihood(0.0)).isEqualTo("under 1 %");
    assertThat(Figures.likelihood(0.7)).isEqualTo("70 %");
  }

  @Test
  void timesAreInTheUnitThatSuitsThem() {
    assertThat(Figures.duration(45.0)).isEqualTo("45 seconds");
    assertThat(Figures.duration(861.0)).isEqualTo("14 minutes");
    assertThat(Figures.duration(39_077.0)).isEqualTo("11 hours");
    assertThat(Figures.duration(200_000.0)).isEqualTo("2 days");
  }

  @Test
  void chanceIsToldInCrawls() {
    assertThat(Figures.chance(-150.0)).isEqualTo("less than once in 1 billion such crawls");
    assertThat(Figures.chance(-3.0)).isEqualTo("once in 1,000 such crawls");
  }

  @Test
  void whatIsCutIsSaid() {
    assertThat(Figures.shown(3, 3, "groups")).isEqualTo("All 3 groups are shown.");
    assertThat(Figures.shown(200, 1_234, "doubted accounts"))
        .isEqualTo("200 of 1,234 doubted accounts are shown; the query below lists all.");
  }

  @Test
  void bandsAreRangesOfFollowers() {
    assertThat(Figures.followers(0, 100L)).isEqualTo("below 100");
    assertThat(Figures.followers(1_000, 100_000L)).isEqualTo("1,000 to 99,999");
    assertThat(Figures.followers(1_000_000, null)).isEqualTo("1,000,000 or more");
  }
}

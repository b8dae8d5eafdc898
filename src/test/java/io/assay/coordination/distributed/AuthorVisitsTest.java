package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class AuthorVisitsTest {
  private static final Dataset<Row> NO_PODS = LiteralRows.of("actor long, pod long");

  /**
   * Authors 1 and 2 are in niche 0, author 3 in none. 7 is at home in the niche, with three events;
   * 8 is at one post there; 9 is at five posts of author 3.
   */
  @Test
  void anExcursionLeadsToAStranger() {
    Dataset<Row> acts =
        LiteralRows.of(
            "actor long, author long",
            "7,1",
            "7,1",
            "7,2",
            "7,3",
            "8,2",
            "9,3",
            "9,3",
            "9,3",
            "9,3",
            "9,3");
    Dataset<Row> niches = LiteralRows.of("author long, niche long", "1,0", "2,0");
    Dataset<Row> inNiches = LiteralRows.of("actor long, niche long, all long", "7,0,3", "8,0,1");
    // Of 7's three events in the niche one at most may lie elsewhere than on the author.
    assertThat(
            LiteralRows.texts(AuthorVisits.of(acts, NO_PODS, niches, inNiches), "actor", "author"))
        .containsExactly("7|1", "7|3", "8|2");
    Dataset<Row> pods = LiteralRows.of("actor long, pod long", "7,0", "3,0", "8,1", "2,0");
    assertThat(LiteralRows.texts(AuthorVisits.of(acts, pods, niches, inNiches), "actor", "author"))
        .containsExactly("7|1", "8|2");
  }

  /** Actors 1 to 5 visit authors 1 and 2, and 200 others one author each of their own. */
  @Test
  void authorsWhoShareVisitorsAreJoined() {
    List<String> visits = new ArrayList<>();
    for (int u = 1; u <= 5; u++) {
      visits.add(u + ",1");
      visits.add(u + ",2");
    }
    for (int u = 1_000; u < 1_200; u++) {
      visits.add(u + "," + u);
    }
    Dataset<Row> rows = LiteralRows.of("actor long, author long", visits.toArray(String[]::new));
    // 1.5 x 5 x 10 / 210 = .36 are expected, five are shared.
    assertThat(
            LiteralRows.texts(
                AuthorVisits.pairs(rows, 210), "first", "second", "shared", "first_author"))
        .containsExactly("1|2|5|1");
  }
}

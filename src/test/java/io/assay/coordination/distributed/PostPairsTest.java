package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Actors 1 to 5 engage post 11 of author 1 and post 21 of author 2, nothing else, of 10,000 events.
 * All are of niche 0.
 */
class PostPairsTest {
  private static final long EVENTS = 10_000;

  private static Dataset<Row> acts() {
    List<String> rows = new ArrayList<>();
    for (int u = 1; u <= 5; u++) {
      rows.add(u + ",11,91,5,2");
      rows.add(u + ",21,92,5,2");
    }
    return LiteralRows.of(
        "actor long, post long, author long, n int, d int", rows.toArray(String[]::new));
  }

  private static Dataset<Row> statistics() {
    return PostPairs.statistics(PostPairs.sample(acts()));
  }

  private static Dataset<Row> pairs() {
    return PostPairs.ofAll(PostPairs.sample(acts()), statistics(), EVENTS);
  }

  @Test
  void actorsOfAPostWeighWhatTheyDo() {
    assertThat(LiteralRows.texts(statistics(), "object", "size", "weight", "counted"))
        .containsExactly("11|5|10|5", "21|5|10|5");
  }

  /** 1.5 x 5 x 10 / 10,000 = .0075 are expected. */
  @Test
  void postsThatShareActorsArePairs() {
    assertThat(LiteralRows.texts(pairs(), "first", "second", "shared", "first_author"))
        .containsExactly("11|21|5|91");
  }

  private static List<String> outsidePods(Dataset<Row> pods, long nicheEvents) {
    Dataset<Row> inNiches =
        LiteralRows.of(
            "actor long, niche long, all long", "1,0,2", "2,0,2", "3,0,2", "4,0,2", "5,0,2");
    return LiteralRows.texts(
        PostPairs.outsidePods(
            acts(),
            pairs(),
            statistics(),
            pods,
            LiteralRows.of("author long, niche long", "91,0", "92,0"),
            inNiches,
            LiteralRows.of("niche long, all long", "0," + nicheEvents),
            EVENTS),
        "first",
        "second",
        "shared");
  }

  /** 1.5 x 5 x 10 / 5,000 = .015 are expected, or, of 20 events in all of the niche, 3.75. */
  @Test
  void theNicheMayExplainWhatIsShared() {
    Dataset<Row> none = LiteralRows.of("actor long, pod long");
    assertThat(outsidePods(none, 5_000)).containsExactly("11|21|5");
    assertThat(outsidePods(none, 20)).isEmpty();
  }

  /** 1 and 2 are in a pod with author 1: three actors are left. 4 is in another. */
  @Test
  void whatPassesInsideAPodDoesNotCount() {
    assertThat(
            outsidePods(LiteralRows.of("actor long, pod long", "1,0", "2,0", "91,0", "4,1"), 5_000))
        .containsExactly("11|21|3");
    assertThat(
            outsidePods(LiteralRows.of("actor long, pod long", "1,0", "2,0", "3,0", "91,0"), 5_000))
        .isEmpty();
  }
}

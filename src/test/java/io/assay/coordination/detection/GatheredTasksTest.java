package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** What one task makes of the rows that were gathered for it. */
class GatheredTasksTest {
  private static final CrawlTotals TOTALS =
      new CrawlTotals(1_000, 100, 0, Double.NaN, 0, 0, Double.NaN, Double.NaN, 4_000);

  private static Row row(int sort, long key, long other, Long n1, Long n2, Long n3) {
    return RowFactory.create(sort, key, other, n1, n2, n3, null, null);
  }

  private static List<String> found(GatheredTask task, List<Row> rows) {
    List<String> found = new ArrayList<>();
    Iterator<Row> all = task.call(rows.iterator());
    all.forEachRemaining(r -> found.add(r.getInt(0) + " " + r.getLong(1) + " " + r.getLong(2)));
    return found;
  }

  /** Six authors of whom each two share visitors, and a pair besides. */
  @Test
  void coresAreWhatClosesTriangles() {
    List<Row> rows = new ArrayList<>();
    for (long a = 1; a <= 6; a++) {
      for (long b = a + 1; b <= 6; b++) {
        rows.add(row(HeldRow.EDGE, 10 * b, 10 * a, 10 * b, 10 * a, null));
      }
    }
    rows.add(row(HeldRow.EDGE, 7, 8, 7L, 8L, null));
    assertThat(found(new CoreFinder("x", 100, true), rows))
        .containsExactly("20 10 0", "20 20 0", "20 30 0", "20 40 0", "20 50 0", "20 60 0");
  }

  /** Two circles of 20 authors, who are all near each other, and one of 3, which is no niche. */
  @Test
  void nichesAreNumberedByTheirSmallestAuthor() {
    List<Row> rows = new ArrayList<>();
    for (long v = 61; v <= 100; v++) {
      for (long w = 61; w < v; w++) {
        if (v <= 80 || w > 80) {
          rows.add(HeldRow.of(HeldRow.EDGE, v, w));
        }
      }
    }
    rows.add(HeldRow.of(HeldRow.EDGE, 1, 2));
    rows.add(HeldRow.of(HeldRow.EDGE, 2, 3));
    assertThat(found(new NicheFinder("x", 1_000), rows))
        .hasSize(40)
        .startsWith("1 61 0", "1 62 0")
        .endsWith("1 99 1", "1 100 1");
  }

  /** Creators 1 to 6 engage ten posts of each other, and 7 none, of a thousand events. */
  private static List<Row> pod() {
    List<Row> rows = new ArrayList<>();
    for (long u = 1; u <= 7; u++) {
      rows.add(row(HeldRow.AUTHOR, u, -1, u < 7 ? 50L : 0L, 0L, 20L));
      rows.add(row(HeldRow.ACTOR, u, 0, u < 7 ? 50L : 0L, 0L, null));
      for (long v = 1; v <= 6; v++) {
        if (u != v && u < 7) {
          rows.add(row(HeldRow.MUTUAL, u, v, 10L, null, null));
        }
      }
    }
    return rows;
  }

  private static List<Row> podWithPairs() {
    List<Row> rows = pod();
    for (long u = 1; u <= 6; u++) {
      rows.add(HeldRow.of(HeldRow.WHOLE_CREATOR, u, 0));
      for (long v = 1; v <= 6; v++) {
        if (u != v) {
          rows.add(row(HeldRow.PAIR, u, v, 10L, 0L, null));
        }
      }
    }
    return rows;
  }

  @Test
  void thePairsOfACoreAreAskedFor() {
    assertThat(found(new PodFinder("x", 1_000, TOTALS), pod()))
        .containsExactly("23 1 0", "23 2 0", "23 3 0", "23 4 0", "23 5 0", "23 6 0");
  }

  @Test
  void podsAreFoundFromCounts() {
    assertThat(found(new PodFinder("x", 1_000, TOTALS), podWithPairs()))
        .containsExactly("11 1 0", "11 2 0", "11 3 0", "11 4 0", "11 5 0", "11 6 0");
  }

  /** A pod whose members' events are not here, and visitors of whom one is. */
  @Test
  void whatIsNotHereIsAskedFor() {
    List<Row> rows = pod();
    rows.add(HeldRow.of(HeldRow.POD, 1, 0));
    rows.add(HeldRow.of(HeldRow.POD, 2, 0));
    for (long u = 11; u <= 16; u++) {
      rows.add(row(HeldRow.ACTOR, u, 0, 4L, 0L, null));
      rows.add(HeldRow.of(HeldRow.VISIT, u, 5));
    }
    rows.add(HeldRow.of(HeldRow.WHOLE_ACCOUNT, 1, 0));
    rows.add(HeldRow.of(HeldRow.WHOLE_ACCOUNT, 11, 0));
    assertThat(found(new FarmNeeds("x", 1_000, TOTALS), rows))
        .containsExactly("13 2 0", "13 12 0", "13 13 0", "13 14 0", "13 15 0", "13 16 0");
  }

  /** Six accounts come to four posts of four authors, nobody else does. */
  @Test
  void theEventsOnHitsAreAskedFor() {
    List<Row> rows = pod();
    for (long u = 11; u <= 16; u++) {
      rows.add(row(HeldRow.ACTOR, u, 0, 4L, 0L, null));
      rows.add(HeldRow.of(HeldRow.VISIT, u, 5));
      rows.add(HeldRow.of(HeldRow.WHOLE_ACCOUNT, u, 0));
      for (long v = 1; v <= 4; v++) {
        rows.add(row(HeldRow.EVENT, u, 100 + v, 0L, 0L, null));
      }
    }
    for (long v = 1; v <= 4; v++) {
      rows.add(row(HeldRow.POST, 100 + v, v, null, 6L, null));
    }
    assertThat(found(new FarmNeeds("x", 1_000, TOTALS), rows))
        .containsExactly("14 101 0", "14 102 0", "14 103 0", "14 104 0");
  }

  @Test
  void moreThanATaskMayHoldIsRefused() {
    assertThatThrownBy(() -> found(new PodFinder("x", 20, TOTALS), pod()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "what may matter of x to the search for groups is more than 20 rows, more than"
                + " coordination.max_held");
  }
}

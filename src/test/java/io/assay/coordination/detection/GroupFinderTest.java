package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** A pod of six among twenty authors, and forty who come by. */
class GroupFinderTest {
  private static final int AUTHORS = 20;
  private static final long POSTED = 1_000_000;

  private static Row row(int sort, long key, long other, Long at, String text) {
    return RowFactory.create("x", sort, key, other, at, text, null, null);
  }

  private static List<Row> crawl() {
    List<Row> rows = new ArrayList<>();
    for (long v = 0; v < AUTHORS; v++) {
      rows.add(row(CrawlRow.ACCOUNT, StableHash.mix(v), 0, null, "a" + v));
      for (long k = 0; k < 4; k++) {
        rows.add(row(CrawlRow.POST, post(v, k), StableHash.mix(v), POSTED, "p" + v + "-" + k));
      }
    }
    for (long u = 100; u < 140; u++) {
      rows.add(row(CrawlRow.ACCOUNT, StableHash.mix(u), 0, null, "c" + u));
      for (long i = 0; i < 5; i++) {
        rows.add(
            row(CrawlRow.EVENT, StableHash.mix(u), post((u + 3 * i) % AUTHORS, i % 4), null, null));
      }
    }
    for (long u = 0; u < 6; u++) {
      for (long v = 0; v < 6; v++) {
        for (long k = 0; k < 3; k++) {
          // Twice: an engagement of a post is one, with its earliest time.
          long at = POSTED + 60 + u;
          rows.add(row(CrawlRow.COMMENT, StableHash.mix(u), post(v, k), at, "wow"));
          rows.add(row(CrawlRow.EVENT, StableHash.mix(u), post(v, k), at + 5_000, null));
        }
      }
    }
    rows.add(row(CrawlRow.EVENT, StableHash.mix(1), 77, POSTED, null));
    rows.add(row(CrawlRow.FOLLOW, StableHash.mix(100), StableHash.mix(1), null, null));
    rows.add(row(CrawlRow.FOLLOW, StableHash.mix(999), StableHash.mix(1), null, null));
    return rows;
  }

  private static long post(long author, long post) {
    return StableHash.ofPair(author, post);
  }

  private static List<String> found(List<Row> rows) {
    return found(rows, 1_000_000);
  }

  private static List<String> found(List<Row> rows, long most) {
    List<String> found = new ArrayList<>();
    new GroupFinder(LocalDate.of(2026, 10, 1), new GroupFinder.SearchLimits(5, most, 60))
        .call(rows.iterator())
        .forEachRemaining(row -> found.add(row.toString()));
    return found;
  }

  @Test
  void membersEngageOthersThanThemselvesOncePerPost() {
    assertThat(found(crawl()))
        .filteredOn(row -> row.contains(",member,"))
        .hasSize(6)
        .allSatisfy(row -> assertThat(row).contains(",member,15,5,"));
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    List<String> found = found(crawl());
    for (int seed = 0; seed < 3; seed++) {
      List<Row> shuffled = crawl();
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(found(shuffled)).isEqualTo(found);
    }
  }

  /**
   * 60 accounts, 80 posts, 200 + 216 + 1 engagements, 2 follows; what a day before said is free.
   */
  @Test
  void allRowsOfAPlatformCountTowardsTheMost() {
    List<Row> rows = crawl();
    assertThat(rows).hasSize(60 + 80 + 200 + 216 + 1 + 2);
    rows.add(row(CrawlRow.NICHE_BEFORE, StableHash.mix(1), 0, null, "niche-1"));
    rows.add(row(CrawlRow.MEMBER_BEFORE, StableHash.mix(1), 0, 20_000L, "pod-1"));
    assertThat(found(rows, 559)).isNotEmpty();
    assertThatThrownBy(() -> found(rows, 558))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "x has more than 558 interactions, follows, shares, posts and accounts in"
                + " coordination.window_days, more than coordination.max_events");
  }

  @Test
  void platformsAreSearchedApart() {
    List<Row> both = crawl();
    for (Row row : crawl()) {
      Object[] values = new Object[row.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = row.get(i);
      }
      values[0] = "y";
      both.add(RowFactory.create(values));
    }
    List<String> alone = found(crawl());
    assertThat(found(both)).hasSize(2 * alone.size()).startsWith(alone.toArray(String[]::new));
  }
}

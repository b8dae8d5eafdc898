package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CoreVisitorsTest {

  /**
   * Posts 11, 21 and 31 of three authors are a core with six of a million events. 5, of three
   * events, is at all three; 6 at two; 7 as 5 but of 300,000 events, of which 1.8 would be there.
   */
  @Test
  void whoComesByChanceIsNoVisitor() {
    Dataset<Row> acts =
        LiteralRows.of(
            "actor long, post long, author long, d int",
            "5,11,1,3",
            "5,21,2,3",
            "5,31,3,3",
            "6,11,1,3",
            "6,21,2,3",
            "7,11,1,300000",
            "7,21,2,300000",
            "7,31,3,300000",
            "8,41,4,1");
    Dataset<Row> cores = LiteralRows.of("post long, core long", "11,0", "21,0", "31,0", "41,1");
    assertThat(LiteralRows.texts(CoreVisitors.ofPosts(acts, cores, 1_000_000), "actor", "core"))
        .containsExactly("5|0");
  }

  @Test
  void onExcursionsThreeAuthorsAreVisited() {
    Dataset<Row> visits =
        LiteralRows.of("actor long, author long", "5,1", "5,2", "5,3", "6,1", "6,2", "6,9");
    Dataset<Row> cores = LiteralRows.of("author long, core long", "1,4", "2,4", "3,4");
    assertThat(LiteralRows.texts(CoreVisitors.ofAuthors(visits, cores), "actor", "core"))
        .containsExactly("5|4");
  }
}

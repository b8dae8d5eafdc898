package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class WholeCrawlTest {
  private static final String COLUMNS =
      "actor long, post long, author long, delay int, flags int, n int, d int, publishes boolean";

  /**
   * On post 11 come, by number, 9, who publishes (10 s), 5 (20 s) and 6, at an unknown time; on 12
   * 5 (40 s) and 6 (20 s). Differences are ln 2 each. Delays: 10, 20, 20, 40.
   */
  @Test
  void everybodyIsMeasured() {
    Dataset<Row> acts =
        LiteralRows.of(
            COLUMNS,
            "9,11,1,10,1,3,1,true",
            "5,11,1,20,3,3,2,false",
            "6,11,1,0,0,3,2,false",
            "5,12,1,40,1,2,2,false",
            "6,12,1,20,0,2,2,false");
    WholeCrawl whole = WholeCrawl.of(acts);
    assertThat(whole.longest()).isEqualTo(10);
    assertThat(whole.totals().events()).isEqualTo(5);
    assertThat(whole.totals().actors()).isEqualTo(3);
    assertThat(whole.totals().fast()).isEqualTo(1);
    assertThat(whole.totals().timed()).isEqualTo(4);
    assertThat(whole.totals().median()).isEqualTo(20);
    // Third of four over the first of four.
    assertThat(whole.totals().quartileRatio()).isEqualTo(2);
    assertThat(whole.totals().stock()).isEqualTo(1 / 3.0);
    assertThat(whole.totals().squares()).isEqualTo(9 + 4);
    assertThat(whole.totals().synchrony()).isCloseTo(Math.log(2), within(1e-7));
  }

  @Test
  void withoutTimesThereIsNoUsualDelay() {
    WholeCrawl whole = WholeCrawl.of(LiteralRows.of(COLUMNS, "9,11,1,0,0,1,1,true"));
    assertThat(whole.longest()).isZero();
    assertThat(whole.totals().fast()).isZero();
    assertThat(whole.totals().median()).isNaN();
    assertThat(whole.totals().synchrony()).isNaN();
  }

  @Test
  void withoutEventsNothingIsMeasured() {
    WholeCrawl whole = WholeCrawl.of(LiteralRows.of(COLUMNS));
    assertThat(whole.totals().events()).isZero();
    assertThat(whole.totals().stock()).isZero();
  }
}

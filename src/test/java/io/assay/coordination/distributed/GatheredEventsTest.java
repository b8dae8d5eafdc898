package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.coordination.detection.HeldRow;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Author 1 published 11 and 12, author 2 published 21 and 22, author 3 published 31. Asked for is
 * all that 5 does, all on post 21, all posts of author 3, and all pairs of creator 2.
 */
class GatheredEventsTest {
  private static final String CRAWL =
      "sort int, key long, other long, at long, text string, more string, third long";

  private static final Dataset<Row> ASKED =
      HeldRows.rows(LiteralRows.of("key long", "5"), HeldRow.WHOLE_ACCOUNT, "key", null)
          .unionByName(
              HeldRows.rows(LiteralRows.of("key long", "21"), HeldRow.WHOLE_POST, "key", null))
          .unionByName(
              HeldRows.rows(LiteralRows.of("key long", "3"), HeldRow.WHOLE_AUTHOR, "key", null))
          .unionByName(
              HeldRows.rows(LiteralRows.of("key long", "2"), HeldRow.WHOLE_CREATOR, "key", null));

  static GatheredEvents gathered() {
    Dataset<Row> accounts =
        LiteralRows.of(
            CRAWL, "0,1,0,,a,ann,", "0,2,0,,b,ben,", "0,3,0,,c,,", "0,5,0,,e,,", "0,6,0,,f,,");
    return new GatheredEvents(
        LiteralRows.of(
            "actor long, post long, author long, delay int, flags int, n int, d int, publishes boolean",
            "5,11,1,60,0,1,1,false",
            "6,21,2,0,3,2,2,false",
            "1,21,2,0,0,2,1,true",
            "6,31,3,0,0,1,2,false"),
        LiteralRows.of(
            "post long, author long, published_at long, post_id string",
            "11,1,100,p11",
            "12,1,100,p12",
            "21,2,,p21",
            "22,2,100,p22",
            "31,3,100,p31"),
        accounts,
        new PlatformParts(
            accounts,
            LiteralRows.of(CRAWL),
            LiteralRows.of(CRAWL, "3,5,11,160,wow,,", "3,5,11,161,,,", "3,6,21,,wow,,"),
            LiteralRows.of(CRAWL, "7,6,70,99,,,1234", "8,70,0,,link,,"),
            LiteralRows.of(CRAWL, "4,5,2,,,,", "4,6,2,,,,"),
            LiteralRows.of(CRAWL)),
        LiteralRows.of("actor long, author long, all long, fast long", "1,2,1,0", "1,3,7,0"),
        HeldRows.mutual(
            HeldRow.MUTUAL, LiteralRows.of("actor long, author long, given long", "3,4,2")),
        LiteralRows.of(
            "actor long, all long, fast long", "5,1,0", "6,2,0", "1,1,0", "3,8,1", "9,9,0"),
        LiteralRows.of("actor long, niche long, all long, fast long", "6,4,2,0", "1,4,1,0"));
  }

  /** With the pairs of 2, and the sums of all who occur. */
  @Test
  void whatIsAskedForComesWithWhatIsKnownOfIt() {
    assertThat(
            LiteralRows.texts(
                gathered().of(ASKED).where("sort < 13 OR sort = 21"),
                "sort",
                "key",
                "other",
                "n1",
                "n2"))
        .containsExactly(
            "0|1|0|1|0",
            "0|3|0|8|1",
            "0|5|0|1|0",
            "0|6|0|2|0",
            "12|5|2|null|null",
            "21|3|4|2|null",
            "3|11|1|100|1",
            "3|21|2|null|2",
            "3|31|3|100|0",
            "4|1|21|0|0",
            "4|5|11|60|0",
            "4|6|21|0|3",
            "6|1|2|1|0",
            "7|1|4|1|0",
            "7|6|4|2|0");
  }

  /** The account, the author of the post, the author, and who shares. */
  @Test
  void namesAreThoseThatGroupsMayName() {
    assertThat(LiteralRows.texts(gathered().names(ASKED), "sort", "key", "other", "text", "more"))
        .containsExactly(
            "16|6|70|null|null",
            "17|70|0|link|null",
            "2|2|0|b|ben",
            "2|3|0|c|null",
            "2|5|0|e|null",
            "2|6|0|f|null",
            "5|5|11|wow|null");
  }
}

package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class HeldRowsTest {
  private static final String[] ALL = {"sort", "key", "other", "n1", "n2", "n3", "text", "more"};

  private static List<String> texts(Dataset<Row> rows) {
    assertThat(rows.schema().fieldNames()).containsExactly(ALL);
    return LiteralRows.texts(rows, ALL);
  }

  @Test
  void sumsStandInTheOrderOfTheirKind() {
    assertThat(texts(HeldRows.actors(LiteralRows.of("actor long, all long, fast long", "5,7,2"))))
        .containsExactly("0|5|0|7|2|null|null|null");
    Dataset<Row> authors =
        LiteralRows.of("author long, posts long, all long, fast long", "1,4,9,3", "2,1,0,0");
    assertThat(texts(HeldRows.authors(authors, LiteralRows.of("author long, niche long", "1,6"))))
        .containsExactly("1|1|6|9|3|4|null|null", "1|2|-1|0|0|1|null|null");
    Dataset<Row> pairs = LiteralRows.of("actor long, author long, all long, fast long", "5,1,3,1");
    assertThat(texts(HeldRows.pairs(pairs))).containsExactly("6|5|1|3|1|null|null|null");
    Dataset<Row> inNiche = LiteralRows.of("actor long, niche long, all long, fast long", "5,6,3,1");
    assertThat(texts(HeldRows.inNiches(inNiche))).containsExactly("7|5|6|3|1|null|null|null");
    Dataset<Row> niche =
        LiteralRows.of("niche long, all long, fast long, squares long", "6,90,9,400");
    assertThat(texts(HeldRows.niches(niche))).containsExactly("8|6|0|90|9|400|null|null");
  }

  @Test
  void whatIsKnownOfACrawlIsNamed() {
    Dataset<Row> posts =
        LiteralRows.of(
            "post long, author long, published_at long, n int, post_id string", "11,1,,4,p");
    assertThat(texts(HeldRows.posts(posts))).containsExactly("3|11|1|null|4|null|p|null");
    Dataset<Row> acts = LiteralRows.of("actor long, post long, delay int, flags int", "5,11,60,3");
    assertThat(texts(HeldRows.events(acts))).containsExactly("4|5|11|60|3|null|null|null");
    Dataset<Row> pairs =
        LiteralRows.of(
            "first long, second long, shared long, first_author long, second_author long",
            "11,21,3,1,2");
    assertThat(texts(HeldRows.edges(pairs))).containsExactly("9|11|21|1|2|null|null|null");
    assertThat(texts(HeldRows.nearest(LiteralRows.of("author long, nearest long", "1,2"))))
        .containsExactly("9|1|2|null|null|null|null|null");
  }

  /** A share has its message and its time; names have the day since which they are known. */
  @Test
  void sharesAndNamesArePassedOn() {
    Dataset<Row> rows =
        LiteralRows.of(
            "sort int, key long, other long, at long, text string, more string, third long",
            "0,1,0,,a,b,",
            "7,5,70,99,,,1234",
            "8,70,0,,link,,",
            "5,1,0,,niche-1,,",
            "6,5,0,20000,pod-1,,");
    assertThat(texts(HeldRows.passedOn(rows)))
        .containsExactly(
            "16|5|70|1234|99|null|null|null",
            "17|70|0|null|null|null|link|null",
            "18|1|0|null|null|null|niche-1|null",
            "19|5|0|20000|null|null|pod-1|null");
  }
}

package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class WideTablesTest {
  private static final Dataset<Row> IDS =
      LiteralRows.of("account long, id string", "1,a", "2,b", "3,c", "4,d", "5,e");
  private static final Dataset<Row> NAMES =
      LiteralRows.of("author long, niche_id string", "1,niche-1", "2,niche-1");

  /** a is in a group and did all for it, b did three things, c five, d nothing, e but shares. */
  @Test
  void everyAccountHasARow() {
    Dataset<Row> noted =
        LiteralRows.of(
            "key long, score double, group_id string, mutual_pair_share double, farm_hit_share double",
            "1,1.5,pod-1,1.0,0.0",
            "5,1.9,lockstep-1,0.0,0.0");
    Dataset<Row> rows =
        WideTables.accounts(
            "x", LiteralRows.of("actor long, all long", "1,6", "2,3", "3,5"), NAMES, noted, IDS, 5);
    assertThat(LiteralRows.texts(rows.select("account_coordination.*"), "*"))
        .containsExactly(
            "x|a|1.5|pod-1|6|1.0|0.0|niche-1|null",
            "x|b|0.0|null|3|null|null|niche-1|it engaged fewer than 5 crawled posts of others",
            "x|c|0.0|null|5|0.0|0.0|null|null",
            "x|d|null|null|0|null|null|null|it engaged no crawled post of others",
            "x|e|1.9|lockstep-1|0|null|null|null|it engaged no crawled post of others");
  }

  @Test
  void authorsOfANicheAreCounted() {
    assertThat(LiteralRows.texts(WideTables.niches("x", NAMES, IDS).select("niche.*"), "*"))
        .containsExactly("x|a|niche-1|2", "x|b|niche-1|2");
  }
}

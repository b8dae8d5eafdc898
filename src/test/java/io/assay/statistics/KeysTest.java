package io.assay.statistics;

import static io.assay.testing.SparkFixture.spark;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Stages know accounts and posts by these keys, each in its own tables: they must be the same. */
class KeysTest {

  @Test
  void accountsAndPostsAreKnownByPlatformAndId() {
    List<Row> rows =
        spark()
            .sql(
                "SELECT * FROM VALUES ('x', '1', '1'), ('y', '1', '1') AS t(platform, actor_id, post_id)")
            .select(
                Keys.account(col("actor_id")),
                Keys.hash(List.of("platform", "actor_id")),
                Keys.post(),
                Keys.hash(List.of("platform", "post_id")))
            .collectAsList();
    assertThat(rows)
        .allMatch(row -> row.get(0).equals(row.get(1)) && row.get(2).equals(row.get(3)));
    assertThat(rows.get(0).getLong(0)).isNotEqualTo(rows.get(1).getLong(0));
    assertThat(rows.get(0).getLong(2)).isNotEqualTo(rows.get(1).getLong(2));
  }
}

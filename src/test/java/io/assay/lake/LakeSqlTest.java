package io.assay.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.CoordinationTables;
import io.assay.testing.LiteralDay;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakeSqlTest {
  private static final String SQL = "SELECT account_id FROM {gold.niche} WHERE authors = 20";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain-id_7",
        "it's",
        "a\\'b",
        "${env:HOME}",
        "a\n-- b",
        "'; DROP TABLE t",
        "é 😀\u202e"
      })
  void anyTextIsALiteral(String text) {
    String literal = LakeSql.literal(text);
    assertThat(literal).matches("'[^'\\p{Cntrl}$;]*'");
    assertThat(SparkFixture.spark().sql("SELECT " + literal).first().getString(0)).isEqualTo(text);
  }

  @Test
  void aVersionIsReadAndShownThoughANewerOneReplacedIt(@TempDir Path folder) {
    TestLake lake = new TestLake(folder.resolve("it`s"));
    for (String author : new String[] {"before", "after"}) {
      new LiteralDay(TestLake.DAY)
          .rows(
              CoordinationTables.NICHE,
              "{\"platform\":\"x\",\"account_id\":\"%s\",\"authors\":20}".formatted(author))
          .publish(lake, "niches");
    }
    LakeSql sql = new LakeSql(SparkFixture.spark(), lake.lake());
    assertThatThrownBy(() -> sql.rows(SQL)).hasMessageContaining("gold.niche was not opened");
    for (long version = 0; version < 2; version++) {
      sql.open(CoordinationTables.NICHE, TestLake.DAY, version);
      String author = version == 0 ? "before" : "after";
      assertThat(sql.rows(SQL)).extracting(row -> row.getString(0)).containsExactly(author);
      assertThat(sql.shown(SQL)).contains("it``s", "VERSION AS OF " + version);
      assertThat(SparkFixture.spark().sql(sql.shown(SQL)).collectAsList())
          .extracting(row -> row.getString(0))
          .containsExactly(author);
    }
  }
}

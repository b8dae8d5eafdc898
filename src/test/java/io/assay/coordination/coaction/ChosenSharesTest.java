package io.assay.coordination.coaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.SparkFixture;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ChosenSharesTest {
  private static final Dataset<Row> SHARES =
      SparkFixture.spark()
          .createDataset(
              List.of("x url:1", "tiktok url:2", "x urls", "x tag:10%", "x tag:100"),
              Encoders.STRING())
          .selectExpr(
              "split(value, ' ')[0] AS platform",
              "split(value, ' ')[1] AS object_id",
              "'a' AS account_id",
              "'c' AS content_id",
              "TIMESTAMP'1970-01-01T00:00:02.5Z' AS shared_at");

  private static Stream<String> chosen(String objects, String platform) {
    return ChosenShares.of(SHARES, objects, platform).collectAsList().stream()
        .map(row -> row.getString(1));
  }

  @Test
  void thePatternIsThatOfSql() {
    assertThat(chosen("url:%", null)).containsExactly("url:1", "url:2");
    assertThat(chosen("url_", null)).containsExactly("urls");
    assertThat(chosen("tag:10\\%", null)).containsExactly("tag:10%");
    assertThat(chosen("%", null)).hasSize(5);
    assertThat(chosen("URL:%", null)).isEmpty();
  }

  @Test
  void onePlatformOrAll() {
    assertThat(chosen("url:%", "x")).containsExactly("url:1");
    assertThat(chosen("url:%", "X")).isEmpty();
  }

  @Test
  void timesAreMicroseconds() {
    assertThat(ChosenShares.of(SHARES, "url:1", null).first()).hasToString("[x,url:1,a,c,2500000]");
  }
}

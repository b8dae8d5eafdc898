package io.assay.engagement;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.settings.Settings;
import io.assay.settings.SettingsLoader;
import io.assay.testing.OneDay;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole stage gives the same rows however its input is cut, ordered and executed. */
class RepeatabilityTest {
  private static final Settings SETTINGS =
      SettingsLoader.load(
          List.of(),
          List.of(
              "engagement.min_posts=2",
              "engagement.max_posts_per_account=4",
              "engagement.min_peers=3",
              "engagement.curve_min_accounts=3",
              "engagement.suppress_below=2"));

  private static Silver silver() {
    Silver silver = new Silver();
    for (int a = 0; a < 14; a++) {
      silver.account("tt", "a" + a, 40L << a, "2026-10-05", 30 << a, "2026-10-20", 40 << a);
      for (int p = 0; p < 2 + a % 6; p++) {
        silver.post(
            "tt",
            "a" + a,
            "2026-10-" + (10 + p),
            p % 2 == 0 ? "video" : "image",
            ((p + 1) * 7) << a,
            (p + 3) << a,
            p + a,
            null,
            900 << a);
      }
    }
    return silver;
  }

  @AfterEach
  void restore() {
    spark().conf().set("spark.sql.adaptive.enabled", true);
    spark().conf().set("spark.sql.shuffle.partitions", 4);
  }

  @Test
  void orderPartitionsAndAdaptiveExecutionChangeNothing() {
    Map<String, List<String>> one = run(silver(), 1);
    spark().conf().set("spark.sql.adaptive.enabled", false);
    spark().conf().set("spark.sql.shuffle.partitions", 3);
    assertThat(run(silver().shuffled(5), 7)).isEqualTo(one);
    assertThat(one.keySet())
        .containsExactly(
            "gold.account_engagement",
            "gold.band_distribution",
            "gold.band_histogram",
            "gold.benchmark",
            "gold.expected_engagement");
    assertThat(one.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
    assertThat(one.get("gold.account_engagement")).hasSize(14);
  }

  private static Map<String, List<String>> run(Silver silver, int partitions) {
    Map<String, List<String>> published = new TreeMap<>();
    new OneDay(
            table -> input(table.name(), silver).repartition(partitions),
            (table, rows) -> {
              table
                  .constraints()
                  .forEach(
                      c ->
                          assertThat(rows.where("NOT (" + c.sql() + ")").isEmpty())
                              .as(table.id() + " " + c.name())
                              .isTrue());
              published.put(
                  table.id(), rows.collectAsList().stream().map(Row::toString).sorted().toList());
            })
        .run(EngagementJob.JOB, SETTINGS, Silver.DAY);
    return published;
  }

  private static Dataset<Row> input(String table, Silver silver) {
    return table.equals("post") ? silver.posts() : silver.accounts();
  }
}

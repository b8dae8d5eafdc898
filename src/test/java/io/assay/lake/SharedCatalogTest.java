package io.assay.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import io.assay.testing.SparkFixture;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That names last is tested through spark-submit, in src/test/python: embedded, they do not. */
class SharedCatalogTest {
  private final SparkSession spark = SparkFixture.spark();
  @TempDir private Path folder;

  @AfterEach
  void forget() {
    for (String layer : new String[] {"bronze", "silver", "gold", "ops"}) {
      spark.sql("DROP DATABASE IF EXISTS " + layer + " CASCADE");
    }
  }

  @Test
  void aCatalogThatEndsWithTheSessionIsRefusedBeforeSparkStarts() {
    assertThatThrownBy(SharedCatalog::require)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("ends with the command");
  }

  @Test
  void andSoIsTheCatalogOfASessionThatIsOpen() {
    Lake lake = lake("one", 1);
    assertThatThrownBy(() -> SharedCatalog.of(spark, lake))
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.remedy()).contains("spark-submit"));
  }

  @Test
  void tablesAreFoundByNameHoweverOftenTheyAreRegistered() {
    Lake lake = lake("it's one", 3);
    assertThat(SharedCatalog.ofSession(spark, lake).register()).isEqualTo(2);
    assertThat(SharedCatalog.ofSession(spark, lake).register()).isEqualTo(2);
    assertThat(spark.table("gold.benchmark").count()).isEqualTo(3);
    assertThat(spark.table("ops.run").count()).isEqualTo(3);
    assertThat(spark.catalog().tableExists("gold.niche")).as("an empty folder").isFalse();
  }

  @Test
  void aNameThatMeansATableOfAnotherLakeIsRefused() {
    SharedCatalog.ofSession(spark, lake("one", 1)).register();
    Lake other = lake("other", 1);
    assertThatThrownBy(() -> SharedCatalog.ofSession(spark, other))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("gold.benchmark means another table")
        .hasMessageContaining("one/gold/benchmark");
  }

  /** Two tables of so many rows each, and a folder without a commit. */
  private Lake lake(String name, int rows) {
    Lake lake = Lake.openOrCreate(spark, folder.resolve(name).toString());
    for (String table : new String[] {"gold.benchmark", "ops.run"}) {
      spark.range(rows).write().format("delta").save(lake.path(table));
    }
    assertThat(folder.resolve(name).resolve("gold/niche").toFile().mkdirs()).isTrue();
    return lake;
  }
}

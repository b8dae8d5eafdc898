package io.assay.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.SparkFixture;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.debug.package$;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.jdk.javaapi.CollectionConverters;

/** HotSpot does not compile methods above 8,000 bytes, and such code runs five times slower. */
class GeneratedCodeTest {
  private static final GeneratorOptions OPTIONS = GeneratorOptions.of(1_000, 10_000, 1);

  private static final Map<String, String> GENERATED =
      Map.of("spark.sql.codegen.wholeStage", "true", "spark.sql.codegen.factoryMode", "FALLBACK");

  private static final Map<String, String> BEFORE = new HashMap<>();

  @BeforeAll
  static void generateCode() {
    GENERATED.forEach(
        (key, value) -> {
          BEFORE.put(key, SparkFixture.spark().conf().get(key));
          SparkFixture.spark().conf().set(key, value);
        });
  }

  @AfterAll
  static void asBefore() {
    BEFORE.forEach(SparkFixture.spark().conf()::set);
  }

  static Stream<Dataset<Row>> feeds() {
    return Stream.of(
        SyntheticAccounts.accounts(SparkFixture.spark(), OPTIONS),
        SyntheticPosts.posts(SparkFixture.spark(), OPTIONS));
  }

  @ParameterizedTest
  @MethodSource("feeds")
  void everyGeneratedMethodIsSmallEnoughToBeCompiled(Dataset<Row> feed) {
    var stages = package$.MODULE$.codegenStringSeq(feed.queryExecution().executedPlan());
    assertThat(CollectionConverters.asJava(stages))
        .extracting(stage -> stage._3().maxMethodCodeSize())
        .isNotEmpty()
        .allSatisfy(size -> assertThat(size).isLessThan(8_000));
  }
}

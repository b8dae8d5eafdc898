package io.assay.coordination.coaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.SparkFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On drawn shares, dense and with every oddity, plans and plain loops find the same. */
class CoActionAgainstLoopsTest {

  @ParameterizedTest
  @CsvSource({"1,1,1", "7,2,3", "30,5,16", "90,9,4"})
  void planAndLoopsAgree(long window, int least, int partitions) {
    List<PlainCoAction.Share> shares = drawn(400);
    List<Row> rows =
        shares.stream()
            .map(s -> Shares.row(s.platform(), s.object(), s.account(), s.content(), s.micros()))
            .toList();
    String before = SparkFixture.spark().conf().get("spark.sql.shuffle.partitions");
    SparkFixture.spark().conf().set("spark.sql.shuffle.partitions", partitions);
    try {
      List<String> expected = PlainCoAction.edges(window, least, shares);
      assertThat(Shares.edges(window, least, Shares.of(rows).repartition(partitions)))
          .isEqualTo(expected);
      assertThat(expected).hasSizeGreaterThan(10);
    } finally {
      SparkFixture.spark().conf().set("spark.sql.shuffle.partitions", before);
    }
  }

  /** Contents are sometimes shared again, sometimes another's, sometimes the object itself. */
  private static List<PlainCoAction.Share> drawn(int n) {
    Random random = new Random(5);
    List<PlainCoAction.Share> shares = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      String object = "o" + random.nextInt(5);
      shares.add(
          new PlainCoAction.Share(
              random.nextInt(3) == 0 ? "tiktok" : "x",
              object,
              "a" + Math.min(random.nextInt(40), random.nextInt(40)),
              random.nextInt(20) == 0 ? object : "c" + random.nextInt(250),
              random.nextInt(1200) * 500_000L));
    }
    return shares.stream().distinct().toList();
  }
}

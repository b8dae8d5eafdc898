package io.assay.clusters;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Signals;
import io.assay.peers.AccountRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Which accounts a division is fitted to. */
class ClusterAccountsTest {
  private static final ClusterAccounts.StratumPart AUDIENCE =
      new ClusterAccounts.StratumPart("x", Stratum.AUDIENCE);
  private static final ClusterAccounts.StratumPart CREATORS =
      new ClusterAccounts.StratumPart("x", Stratum.CREATORS);

  private static Dataset<Row> measured(int accounts, boolean backwards) {
    StructType schema = new StructType();
    for (String name : AccountRow.NAMES) {
      schema =
          schema.add(
              name,
              Signals.ALL.stream()
                  .filter(signal -> signal.name().equals(name))
                  .findFirst()
                  .map(io.assay.contracts.Signal::type)
                  .orElse(DataTypes.StringType));
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < accounts; i++) {
      Row row = SignalRows.row("a%04d".formatted(i), Stratum.AUDIENCE, "followings", (double) i);
      Object[] values = new Object[AccountRow.NAMES.size()];
      for (int c = 0; c < values.length; c++) {
        values[c] = row.get(c);
      }
      rows.add(RowFactory.create(values));
    }
    if (backwards) {
      Collections.reverse(rows);
    }
    return spark().createDataFrame(rows, schema);
  }

  /** The first four have counted posts; the fifth has none that count, others are not known. */
  private static Dataset<Row> posts() {
    return spark()
        .sql(
            "SELECT 'x' AS platform, format_string('a%04d', id) AS account_id,"
                + " IF(id < 4, 1L, 0L) AS posts_counted FROM range(5)");
  }

  private static List<String> ids(List<AccountRow> sample) {
    return sample.stream().map(AccountRow::accountId).toList();
  }

  private static Map<ClusterAccounts.StratumPart, List<AccountRow>> sample(
      Dataset<Row> accounts, int most, long seed) {
    return ClusterAccounts.sample(accounts, ClusterAccounts.sizes(accounts), most, seed);
  }

  @Test
  void creatorsHaveCountedPosts() {
    Dataset<Row> accounts = ClusterAccounts.of(measured(10, false), posts());
    assertThat(ClusterAccounts.sizes(accounts))
        .containsOnly(Map.entry(AUDIENCE, 6L), Map.entry(CREATORS, 4L));
    Map<ClusterAccounts.StratumPart, List<AccountRow>> all = sample(accounts, 100, 1);
    assertThat(ids(all.get(CREATORS))).containsExactly("a0000", "a0001", "a0002", "a0003");
    assertThat(ids(all.get(AUDIENCE))).hasSize(6).startsWith("a0004").isSorted();
    assertThat(all.get(CREATORS).get(3).value(SignalRows.place("followings"))).isEqualTo(3.0);
  }

  @Test
  void aSampleIsBoundedAndSorted() {
    Dataset<Row> accounts = ClusterAccounts.of(measured(1000, false), posts());
    Map<ClusterAccounts.StratumPart, List<AccountRow>> sample = sample(accounts, 100, 1);
    // Of the small part all are taken.
    assertThat(sample.get(CREATORS)).hasSize(4);
    assertThat(ids(sample.get(AUDIENCE))).hasSize(100).isSorted().doesNotHaveDuplicates();
    assertThat(sample.get(AUDIENCE).get(0).platform()).isEqualTo("x");
  }

  @Test
  void aSampleIsTheSameHoweverAccountsAreSpread() {
    Dataset<Row> accounts = ClusterAccounts.of(measured(1000, false), posts());
    List<String> once = ids(sample(accounts.coalesce(1), 100, 1).get(AUDIENCE));
    Dataset<Row> backwards = ClusterAccounts.of(measured(1000, true), posts());
    assertThat(ids(sample(backwards.repartition(7), 100, 1).get(AUDIENCE))).isEqualTo(once);
    assertThat(ids(sample(accounts, 100, 2).get(AUDIENCE))).isNotEqualTo(once);
  }

  @Test
  void aSmallerSampleIsPartOfALargerOne() {
    Dataset<Row> accounts = ClusterAccounts.of(measured(1000, false), posts());
    assertThat(ids(sample(accounts, 300, 1).get(AUDIENCE)))
        .containsAll(ids(sample(accounts, 100, 1).get(AUDIENCE)));
  }

  @Test
  void ofNobodyThereIsNoSample() {
    assertThat(sample(ClusterAccounts.of(measured(0, false), posts()), 100, 1)).isEmpty();
  }
}

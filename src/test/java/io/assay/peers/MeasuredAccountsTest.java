package io.assay.peers;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Signal;
import io.assay.contracts.SignalTables;
import io.assay.contracts.Signals;
import io.assay.contracts.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class MeasuredAccountsTest {

  private static Dataset<Row> table(String values, String... columns) {
    return spark().sql("SELECT * FROM VALUES " + values).toDF(columns);
  }

  @Test
  void signalsOfAnotherTableStandBesideTheFirstOnes() {
    Dataset<Row> measured =
        table(
            "('x', 'a', 1.0D, 'run'), ('x', 'b', 2.0D, 'run'), ('y', 'a', 3.0D, 'run')",
            "platform",
            "account_id",
            "followings",
            "run_id");
    Dataset<Row> coordinated =
        table("('x', 'a', 0.5D), ('y', 'a', 0.25D)", "platform", "account_id", "share");
    assertThat(
            MeasuredAccounts.of(
                    List.of(
                        new MeasuredAccounts.SignalColumns(measured, List.of("followings")),
                        new MeasuredAccounts.SignalColumns(coordinated, List.of("share"))),
                    List.of("share", "account_id", "platform", "followings"))
                .collectAsList())
        .extracting(row -> row.mkString("|"))
        .containsExactlyInAnyOrder("0.5|a|x|1.0", "null|b|x|2.0", "0.25|a|y|3.0");
  }

  @Test
  void everySignalAndReasonStandsInATableThatIsRead() {
    List<String> held =
        SignalTables.HOLDING.stream().flatMap(t -> SignalTables.columns(t).stream()).toList();
    assertThat(held).doesNotHaveDuplicates();
    assertThat(AccountRow.NAMES).containsAll(held);
    for (Table table : SignalTables.HOLDING) {
      assertThat(table.fields()).extracting(f -> f.name()).containsAll(SignalTables.columns(table));
    }
    assertThat(held).containsAll(Signals.ALL.stream().map(Signal::name).toList());
  }
}

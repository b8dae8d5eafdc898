package io.assay.clusters;

import static io.assay.clusters.SignalRows.BINS;
import static io.assay.clusters.SignalRows.account;
import static io.assay.clusters.SignalRows.byFollowings;
import static io.assay.clusters.SignalRows.counts;
import static io.assay.clusters.SignalRows.leaf;
import static io.assay.clusters.SignalRows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.peers.AccountRow;
import io.assay.peers.CountBins;
import io.assay.statistics.SignedBins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** What is counted of leaves: of leaf 0 three accounts, of leaf 1 two. */
class LeafCountsTest {
  private static final Map<Leaf, List<AccountRow>> MEMBERS =
      Map.of(
          leaf(0),
          List.of(
              account("a", "followings", 1.0),
              account("b", "followings", 1.0),
              account("c", "followings", 10.0)),
          leaf(1),
          List.of(account("d", "followings", 10.0), account("e")));

  private static List<String> of(List<Row> counts, String signal) {
    return counts.stream()
        .filter(count -> count.getString(2).equals(signal))
        .map(
            count ->
                (count.getInt(3) == SignedBins.UNKNOWN ? "?" : "" + BINS.lower(count.getInt(3)))
                    + " x "
                    + count.getLong(4))
        .sorted()
        .toList();
  }

  @Test
  void leavesAreCountedApart() {
    LeafCounts counts = counts(MEMBERS);
    assertThat(counts.accounts()).isEqualTo(5);
    assertThat(counts.sizes()).containsOnly(Map.entry(leaf(0), 3L), Map.entry(leaf(1), 2L));
    assertThat(counts.accounts(List.of(leaf(1)))).isEqualTo(2);
    assertThat(of(counts.inside(List.of(leaf(0)), null), "followings"))
        .containsExactly("1.0 x 2", "10.0 x 1");
    assertThat(of(counts.inside(List.of(leaf(1)), null), "followings"))
        .containsExactly("10.0 x 1", "? x 1");
  }

  @Test
  void everybodyOutsideIsAllWithoutTheLeaf() {
    LeafCounts counts = counts(MEMBERS);
    assertThat(of(counts.outside(List.of(leaf(0)), null), "followings"))
        .containsExactly("10.0 x 1", "? x 1");
    assertThat(counts.outside(List.of(leaf(0), leaf(1)), null)).isEmpty();
  }

  @Test
  void signalsCanBeChosen() {
    LeafCounts counts = counts(MEMBERS);
    List<Row> chosen = counts.outside(List.of(leaf(1)), Set.of("no_picture"));
    assertThat(chosen).hasSize(1);
    assertThat(of(chosen, "no_picture")).containsExactly("? x 3");
    assertThat(counts.inside(List.of(leaf(1)), Set.of("no_picture"))).hasSize(1);
  }

  @Test
  void anAccountIsCountedInItsLeafAlone() {
    List<Row> accounts =
        List.of(
            row("a", Stratum.AUDIENCE, "followings", 0.0),
            row("b", Stratum.AUDIENCE, "followings", Math.sinh(2)),
            row("c", Stratum.AUDIENCE, "followings", Math.sinh(2)));
    List<Row> rows = new ArrayList<>();
    new CountLeaves(new ClusterModels(List.of(byFollowings(0, 2))), BINS)
        .call(accounts.iterator())
        .forEachRemaining(rows::add);
    assertThat(rows.stream().filter(r -> "followings".equals(r.getString(4))).map(Row::toString))
        .containsExactlyInAnyOrder(
            "[audience,0,x,x all accounts,followings," + BINS.bin(0) + ",1]",
            "[audience,1,x,x all accounts,followings," + BINS.bin(Math.sinh(2)) + ",2]");
    assertThat(rows.get(0).size()).isEqualTo(CountLeaves.SCHEMA.size());
  }

  @Test
  void aHistogramOfOtherAccountsIsRefused() throws Exception {
    List<Row> other = new ArrayList<>();
    List<Object> row = new ArrayList<>(List.of("x", SignalRows.GROUP));
    io.assay.contracts.Signals.ALL.forEach(signal -> row.add(null));
    new CountBins(BINS)
        .call(List.of(RowFactory.create(row.toArray())).iterator())
        .forEachRemaining(other::add);
    LeafCounts wrong = new LeafCounts(other, counts(MEMBERS).leaves(), Map.of());
    assertThatThrownBy(() -> wrong.outside(List.of(leaf(0)), null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package io.assay.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.GroupTie;
import io.assay.contracts.Kind;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.settings.LikelihoodSettings;
import io.assay.statistics.LikelihoodModel;
import io.assay.statistics.LogBins;
import io.assay.statistics.SignedBins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Tails of an account's signals against others, and what a model makes of them. */
class AccountRowTest {
  private static final Offset<Double> EXACTLY = within(1e-12);
  private static final double AVERAGE = LikelihoodModel.AVERAGE;
  private static final SignedBins BINS = new SignedBins(new LogBins(120));
  private static final String ALL = "x all accounts";
  private static final String SMALL = "x 0-1023 followers";

  /** Of 99: 89 have none, 9 have ten, one has a thousand. */
  private static final PeerTails REFERENCE =
      PeerTails.of(
          List.of(
              count(ALL, "followings", 0, 89),
              count(ALL, "followings", 10, 9),
              count(ALL, "followings", 1000, 1),
              count(ALL, "no_picture", 0, 98),
              count(ALL, "no_picture", 1, 1),
              count(ALL, "account_age_days", 400, 99),
              count(ALL, "posts_count", 5, 19),
              count(SMALL, "comments_per_100_likes", 1, 10),
              count(SMALL, "comments_per_100_likes", 5, 79),
              count(SMALL, "comments_per_100_likes", 9, 10)),
          20,
          BINS);

  private static Row count(String group, String signal, double value, long n) {
    return RowFactory.create("x", group, signal, BINS.bin(value), n);
  }

  private static AccountRow account(Object... signalAndValue) {
    Map<String, Object> values =
        new HashMap<>(Map.of("platform", "x", "account_id", "a", "peer_group", SMALL));
    for (int i = 0; i < signalAndValue.length; i += 2) {
      values.put((String) signalAndValue[i], signalAndValue[i + 1]);
    }
    List<Object> row = new ArrayList<>();
    AccountRow.NAMES.forEach(name -> row.add(values.get(name)));
    return new AccountRow(RowFactory.create(row.toArray()));
  }

  private static double tail(String signal, Object value) {
    int place = Signals.ALL.stream().map(Signal::name).toList().indexOf(signal);
    return account(signal, value).tails(REFERENCE, place)[0];
  }

  @Test
  void aTailIsThatOfOneMore() {
    // Of a hundred: itself alone; itself and one; itself, nine alike and one beyond.
    assertThat(tail("followings", 2000.0)).isCloseTo(0.005, EXACTLY);
    assertThat(tail("followings", 1000.0)).isCloseTo(0.01, EXACTLY);
    assertThat(tail("followings", 10.0)).isCloseTo(0.06, EXACTLY);
    assertThat(tail("no_picture", true)).isCloseTo(0.01, EXACTLY);
    // The suspicious end is that of the young.
    assertThat(tail("account_age_days", 3.0)).isCloseTo(0.005, EXACTLY);
    assertThat(tail("account_age_days", 900.0)).isCloseTo(0.995, EXACTLY);
  }

  /** Those of its size; twice the smaller tail, and never more than 1. */
  @Test
  void whereBothEndsAreSuspiciousTheTailIsDoubled() {
    assertThat(tail("comments_per_100_likes", 20.0)).isCloseTo(0.01, EXACTLY);
    assertThat(tail("comments_per_100_likes", 0.0)).isCloseTo(0.01, EXACTLY);
    assertThat(tail("comments_per_100_likes", 9.0)).isCloseTo(0.11, EXACTLY);
    assertThat(tail("comments_per_100_likes", 1.0)).isCloseTo(0.11, EXACTLY);
    assertThat(tail("comments_per_100_likes", 5.0)).isEqualTo(1);
  }

  @Test
  void whatCannotBeComparedHasNoTail() {
    assertThat(tail("followings", null)).isNaN();
    assertThat(tail("followings", Double.NaN)).isNaN();
    // Known of 19 of the reference.
    assertThat(tail("posts_count", 1.0)).isNaN();
    assertThat(tail("quiet_hours", 1.0)).isNaN();
    AccountRow elsewhere = account("peer_group", "x other", "comments_per_100_likes", 20.0);
    int place = Signals.ALL.stream().map(Signal::name).toList().indexOf("comments_per_100_likes");
    assertThat(elsewhere.tails(REFERENCE, place)).containsExactly(Double.NaN);
  }

  private static KindModel model(Map<String, Double> signals) {
    return KindModel.of(
        Kind.BOT, new LikelihoodSettings("m", 0.1, -3, signals, Map.of(GroupTie.FARM_MEMBER, 4.0)));
  }

  @Test
  void aModelWeighsSignalsInTheOrderOfTheList() {
    KindModel model = model(Map.of("quiet_hours", 3.0, "followings", 2.0, "no_picture", 0.0));
    assertThat(model.places()).hasSize(2).isSorted();
    assertThat(model.weights()).containsExactly(2, 3);
    double[] added = model.contributions(0.01, Double.NaN);
    assertThat(added[0]).isCloseTo(2 * (2 - AVERAGE), EXACTLY);
    assertThat(added[1]).isZero();
  }

  @Test
  void logitsAddUp() {
    KindModel model = model(Map.of("followings", 2.0, "no_picture", 0.5, "quiet_hours", 7.0));
    AccountRow known = account("followings", 1000.0, "no_picture", true);
    assertThat(model.logit(known, REFERENCE)).isCloseTo(-3 + 2.5 * (2 - AVERAGE), EXACTLY);
    assertThat(model.logit(account("no_picture", true), REFERENCE))
        .as("what is not known says nothing")
        .isCloseTo(-3 + 0.5 * (2 - AVERAGE), EXACTLY);
    assertThat(model.logit(account("quiet_hours", 1.0), REFERENCE))
        .as("its signal cannot be compared")
        .isNaN();
    assertThat(model.logit(account("account_age_days", 1.0), REFERENCE))
        .as("its signal has no weight")
        .isNaN();
  }

  @Test
  void tiesOfTheKindWeigh() {
    KindModel model = model(Map.of("followings", 2.0));
    assertThat(model.weight(GroupTie.FARM_MEMBER)).isEqualTo(4);
    assertThat(model.weight(GroupTie.POD_MEMBER)).isZero();
    assertThat(model.withoutGroups().weight(GroupTie.FARM_MEMBER)).isZero();
    assertThat(model.withoutGroups().weights()).isEqualTo(model.weights());
  }
}

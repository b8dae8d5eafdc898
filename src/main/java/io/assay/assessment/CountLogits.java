package io.assay.assessment;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.assay.peers.PeerTails;
import io.assay.statistics.ShareOfKind;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Counts accounts by the odds of each kind. In: {@link AccountFindings}. Out: {@link #SCHEMA}. */
record CountLogits(Broadcast<PeerTails> reference, KindModels models)
    implements MapPartitionsFunction<Row, Row> {

  /** platform, kind, bin (see {@link ShareOfKind#bin}), n; of a platform without any, kind null. */
  static final StructType SCHEMA =
      new StructType()
          .add("platform", StringType)
          .add("kind", StringType)
          .add("bin", IntegerType)
          .add("n", LongType);

  private record OddsCell(String platform, String kind, Integer bin) {}

  @Override
  public Iterator<Row> call(Iterator<Row> accounts) {
    Map<OddsCell, long[]> counts = new HashMap<>();
    while (accounts.hasNext()) {
      AccountFindings account = new AccountFindings(accounts.next());
      String platform = account.signals().platform();
      counts.computeIfAbsent(new OddsCell(platform, null, null), c -> new long[1])[0]++;
      List<KindScore> scores = models.scores(account, reference.value());
      for (KindScore score : scores) {
        if (score.isKnown() && !isRatherAnother(score, scores)) {
          OddsCell cell =
              new OddsCell(platform, score.model().kind().title(), ShareOfKind.bin(score.logit()));
          counts.computeIfAbsent(cell, c -> new long[1])[0]++;
        }
      }
    }
    return counts.entrySet().stream()
        .map(
            e ->
                RowFactory.create(
                    e.getKey().platform(), e.getKey().kind(), e.getKey().bin(), e.getValue()[0]))
        .iterator();
  }

  /**
   * Whether an account is likelier of another kind than not, and than of this one: members of pods
   * receive comments like those that are bought, and would be counted as buyers.
   */
  private static boolean isRatherAnother(KindScore score, List<KindScore> all) {
    return all.stream()
        .anyMatch(
            other ->
                other != score
                    && other.isKnown()
                    && other.logit() >= 0
                    && other.logit() > score.logit());
  }
}

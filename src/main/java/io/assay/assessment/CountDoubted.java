package io.assay.assessment;

import io.assay.peers.BinCounter;
import io.assay.peers.CountBins;
import io.assay.peers.PeerTails;
import io.assay.statistics.LikelihoodModel;
import io.assay.statistics.SignedBins;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;

/**
 * Counts the signals of accounts that are not to be among those whom others are measured against.
 * In: {@link AccountFindings}. Out: {@link CountBins#SCHEMA}.
 *
 * @param reference they are measured against; null: none is measured, those that are in a group or
 *     a suspicious cluster are counted
 * @param models by which they are judged
 */
record CountDoubted(Broadcast<PeerTails> reference, KindModels models, SignedBins bins)
    implements MapPartitionsFunction<Row, Row> {

  /** Whoever is likelier of some kind than not is no example of what is usual. */
  private static final double DOUBTED = LikelihoodModel.logit(0.5);

  @Override
  public Iterator<Row> call(Iterator<Row> accounts) {
    BinCounter counter = new BinCounter(bins);
    while (accounts.hasNext()) {
      AccountFindings account = new AccountFindings(accounts.next());
      if (account.isInGroup()
          || account.isInSuspiciousCluster()
          || reference != null && isDoubted(account)) {
        counter.add(
            account.signals().platform(), account.signals().peerGroup(), account.signals()::value);
      }
    }
    return counter.rows().iterator();
  }

  private boolean isDoubted(AccountFindings account) {
    return models.scores(account, reference.value()).stream()
        .anyMatch(score -> score.isKnown() && score.logit() >= DOUBTED);
  }
}

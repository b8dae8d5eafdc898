package io.assay.evidence;

import io.assay.peers.AccountRow;
import io.assay.peers.PeerTails;
import io.assay.settings.EvidenceSettings;
import io.assay.statistics.SignedBins;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;

/** Lets a {@link Judge} judge each account. In: {@link AccountRow}. Out: {@link Judge#SCHEMA}. */
record JudgeAccounts(
    Broadcast<PeerTails> tails,
    Broadcast<FamilyTails> families,
    SignedBins bins,
    EvidenceSettings settings)
    implements MapFunction<Row, Row> {

  @Override
  public Row call(Row account) {
    return new Judge(tails.value(), families.value(), bins, settings).of(new AccountRow(account));
  }
}

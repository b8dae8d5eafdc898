package io.assay.evidence;

import io.assay.contracts.EvidenceTables;
import io.assay.contracts.Family;
import io.assay.contracts.FamilyColumns;
import io.assay.contracts.RowLayout;
import io.assay.contracts.Signals;
import io.assay.contracts.TableRow;
import io.assay.peers.AccountRow;
import io.assay.peers.Finding;
import io.assay.peers.PeerTails;
import io.assay.settings.EvidenceSettings;
import io.assay.statistics.LogBins;
import io.assay.statistics.SignedBins;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Judges one account after the other by what is known of all.
 *
 * @param tails of signals
 * @param families of the families' scores
 */
record Judge(PeerTails tails, FamilyTails families, SignedBins bins, EvidenceSettings settings) {

  private static final RowLayout FOUND = RowLayout.measured(EvidenceTables.ACCOUNT_EVIDENCE);

  private static final RowLayout LAYOUT =
      RowLayout.of(
          "judged accounts",
          EvidenceTables.ACCOUNT_FAMILY_EVIDENCE
              .measuredSchema()
              .add("found", DataTypes.createArrayType(FOUND.schema())));

  /**
   * Columns of {@code gold.account_family_evidence}, and {@code found}: rows of account_evidence.
   */
  static final StructType SCHEMA = LAYOUT.schema();

  private static final List<Family> FAMILIES =
      Signals.families().stream().filter(f -> f != Family.CONTEXT).toList();

  /** What is to be said of an account, as {@link #SCHEMA}. */
  Row of(AccountRow account) {
    List<Finding> findings = account.findings(tails);
    FamilyScores scores = FamilyScores.of(account, findings, tails);
    TableRow row =
        LAYOUT
            .row()
            .set("platform", account.platform())
            .set("account_id", account.accountId())
            .set("handle", account.handle())
            .set("peer_group", account.peerGroup())
            .set("found", notable(account, findings));
    for (Family family : FAMILIES) {
      speak(family, account, scores, row);
    }
    return row.row();
  }

  private void speak(Family family, AccountRow account, FamilyScores scores, TableRow row) {
    Integer score = scores.bin(family);
    FamilyColumns columns = FamilyColumns.of(family);
    if (score == null) {
      row.set(columns.reason(), SilentFamily.reason(family, account, tails.minPeers()));
      return;
    }
    Double tail = families.tail(account.platform(), family, score);
    if (tail == null) {
      row.set(
          columns.reason(),
          "it speaks of fewer than " + families.minPeers() + " accounts of the platform");
      return;
    }
    row.set(columns.tail(), tail)
        .set(columns.fisherP(), scores.fisherP(family))
        .set(columns.signal(), scores.strongest(family).signal().name());
  }

  /** Among peers of whom half or more have 0 anything else is rare, however little it is. */
  private boolean isNotable(Finding finding) {
    boolean zeroIsTypical = finding.peers().median() == LogBins.ZERO;
    return finding.probability() <= settings.notableBelow()
        && !(zeroIsTypical && finding.high() && finding.value() < settings.notableBeyondZero());
  }

  private List<Row> notable(AccountRow account, List<Finding> findings) {
    List<Row> notable = new ArrayList<>();
    for (Finding finding : findings) {
      if (isNotable(finding)) {
        String group = PeerTails.group(finding.signal(), account.platform(), account.peerGroup());
        TableRow row =
            FOUND
                .row()
                .set("platform", account.platform())
                .set("account_id", account.accountId())
                .set("notable_below", settings.notableBelow());
        notable.add(Explanation.into(row, finding, group, bins).row());
      }
    }
    return notable;
  }
}

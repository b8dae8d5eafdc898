package io.assay.evidence;

import io.assay.contracts.EvidenceTables;
import io.assay.contracts.Family;
import io.assay.contracts.Field;
import io.assay.contracts.Signals;
import io.assay.contracts.Table;
import io.assay.settings.EvidenceSettings;
import io.assay.statistics.SignedBins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Judges one account after the other by what is known of all.
 *
 * @param tails of signals
 * @param families of the families' scores
 */
record Judge(PeerTails tails, FamilyTails families, SignedBins bins, EvidenceSettings settings) {

  /** Columns of {@code gold.account_evidence}. */
  static final StructType FOUND = schema(EvidenceTables.ACCOUNT_EVIDENCE);

  /**
   * Columns of {@code gold.account_family_evidence}, and {@code found}: rows of account_evidence.
   */
  static final StructType SCHEMA =
      schema(EvidenceTables.ACCOUNT_FAMILY_EVIDENCE).add("found", DataTypes.createArrayType(FOUND));

  private static final List<Family> FAMILIES =
      Signals.families().stream().filter(f -> f != Family.CONTEXT).toList();

  /** What is to be said of an account, as {@link #SCHEMA}. */
  Row of(AccountRow account) {
    List<Finding> findings = account.findings(tails, bins);
    Map<String, Object> values = new HashMap<>();
    values.put("platform", account.platform());
    values.put("account_id", account.accountId());
    values.put("handle", account.handle());
    values.put("peer_group", account.peerGroup());
    FamilyScores scores = account.scores(findings, tails);
    for (Family family : FAMILIES) {
      speak(family, account, scores, values);
    }
    values.put("found", CollectionConverters.asScala(notable(account, findings)).toSeq());
    return row(SCHEMA, values);
  }

  private void speak(
      Family family, AccountRow account, FamilyScores scores, Map<String, Object> values) {
    Integer score = scores.bin(family);
    String it = family.title();
    if (score == null) {
      values.put(it + "_reason", account.reason(family, tails));
      return;
    }
    Double tail = families.tail(account.platform(), family, score);
    if (tail == null) {
      values.put(
          it + "_reason",
          "it speaks of fewer than " + families.minPeers() + " accounts of the platform");
      return;
    }
    values.put(it + "_tail", tail);
    values.put(it + "_fisher_p", scores.joint(family));
    values.put(it + "_signal", scores.strongest(family).signal().name());
  }

  private List<Row> notable(AccountRow account, List<Finding> findings) {
    List<Row> notable = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.probability() <= settings.notableBelow()) {
        String group = PeerTails.group(finding.signal(), account.platform(), account.peerGroup());
        Map<String, Object> values = Explanation.of(finding, group, bins);
        values.put("platform", account.platform());
        values.put("account_id", account.accountId());
        values.put("notable_below", settings.notableBelow());
        notable.add(row(FOUND, values));
      }
    }
    return notable;
  }

  private static Row row(StructType schema, Map<String, Object> values) {
    return RowFactory.create(Stream.of(schema.fieldNames()).map(values::get).toArray());
  }

  private static StructType schema(Table table) {
    StructType schema = new StructType();
    for (Field field : table.measured()) {
      schema = schema.add(field.name(), field.type());
    }
    return schema;
  }
}

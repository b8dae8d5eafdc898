package io.assay.reporting.changes;

import io.assay.reporting.changes.ChangesReport.ChangedAccount;
import io.assay.reporting.changes.ChangesReport.ChangedKind;
import io.assay.reporting.changes.ChangesReport.ChangedPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Makes accounts of the rows that were collected of them. */
final class ReadChanges {
  private ReadChanges() {}

  /**
   * @param accounts of {@link AccountChanges#of} with clusters, in the order to keep
   * @param parts of {@link ChangedParts#of}, in the order to keep
   * @param all whether all their kinds are told, not only those that moved
   */
  static List<ChangedAccount> of(List<Row> accounts, List<Row> parts, boolean all) {
    Map<List<String>, List<Row>> byKind = new HashMap<>();
    for (Row part : parts) {
      if (part.getAs("kind") != null) {
        byKind
            .computeIfAbsent(
                List.of(part.getAs("platform"), part.getAs("account_id"), part.getAs("kind")),
                key -> new ArrayList<>())
            .add(part);
      }
    }
    return accounts.stream().map(row -> account(row, byKind, all)).toList();
  }

  private static ChangedAccount account(Row row, Map<List<String>, List<Row>> byKind, boolean all) {
    String platform = row.getAs("platform");
    String accountId = row.getAs("account_id");
    List<ChangedKind> kinds = new ArrayList<>();
    for (Row kind : row.<Row>getList(row.fieldIndex("kinds"))) {
      Double from = kind.getAs("from");
      Double to = kind.getAs("to");
      boolean onOneDay = (from == null) != (to == null);
      if (onOneDay || kind.<Boolean>getAs("shown") || all && from != null) {
        List<Row> moved =
            byKind.getOrDefault(
                List.of(platform, accountId, kind.<String>getAs("kind")), List.of());
        kinds.add(
            new ChangedKind(
                kind.getAs("kind"),
                from,
                to,
                moved.isEmpty() ? null : moved.get(0).getAs("log_odds_from"),
                moved.isEmpty() ? null : moved.get(0).getAs("log_odds_to"),
                moved.stream()
                    .filter(part -> part.getAs("signal") != null)
                    .map(ReadChanges::part)
                    .toList()));
      }
    }
    return new ChangedAccount(
        platform,
        accountId,
        row.getAs("handle"),
        row.getAs("seen"),
        row.getAs("flagged_from"),
        row.getAs("flagged_to"),
        row.getAs("decision_from"),
        row.getAs("decision_to"),
        row.getAs("decided_by"),
        row.getAs("decided_why"),
        row.getAs("cluster_from"),
        row.getAs("cluster_to"),
        kinds);
  }

  private static ChangedPart part(Row row) {
    return new ChangedPart(
        row.getAs("signal"),
        Cause.of(row.getAs("cause")),
        row.getAs("part"),
        row.getAs("value_from"),
        row.getAs("value_to"),
        row.getAs("tail_from"),
        row.getAs("tail_to"),
        row.getAs("weight_from"),
        row.getAs("weight_to"),
        row.getAs("peer_group_from"),
        row.getAs("peer_group_to"));
  }
}

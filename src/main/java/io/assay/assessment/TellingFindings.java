package io.assay.assessment;

import io.assay.contracts.AssessmentTables;
import io.assay.contracts.EvidenceTables;
import io.assay.contracts.GroupTie;
import io.assay.contracts.RowLayout;
import io.assay.contracts.TableRow;
import io.assay.text.PlainNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** What raises the likelihoods of an account most, in words. */
final class TellingFindings {
  private static final int MOST_A_KIND = 3;
  private static final RowLayout REASON =
      RowLayout.elementOf(AssessmentTables.ACCOUNT_ASSESSMENT, "reasons");

  /** What a finding and the reason that is made of it have in common. */
  private static final List<String> SHARED =
      List.of("family", "signal", "tail_probability", "sentence", "benign");

  /** What is read of {@code gold.account_evidence}. */
  static final StructType FOUND = EvidenceTables.ACCOUNT_EVIDENCE.schemaOf(SHARED);

  private static final int SIGNAL = FOUND.fieldIndex("signal");

  private TellingFindings() {}

  /**
   * @param account what was found of it
   * @param kinds what speaks of each kind
   * @return {@link AssessmentTables#REASON}: of each kind that could be assessed a few, those of
   *     the likeliest first; of a kind what raises its likelihood most
   */
  static List<Row> of(AccountFindings account, List<SingleFamily.Shifted> kinds) {
    Map<String, Row> found = new HashMap<>();
    account.found().forEach(finding -> found.put(finding.getString(SIGNAL), finding));
    List<Row> reasons = new ArrayList<>();
    kinds.stream()
        .filter(kind -> kind.likelihood() != null)
        .sorted(Comparator.comparing(SingleFamily.Shifted::likelihood, Comparator.reverseOrder()))
        .forEach(kind -> reasons.addAll(ofKind(kind.score(), account, found)));
    return reasons;
  }

  private static List<Row> ofKind(
      KindScore score, AccountFindings account, Map<String, Row> found) {
    String kind = score.model().kind().title();
    return score.contributions().stream()
        .filter(piece -> piece.added() > 0)
        .sorted(
            Comparator.comparingDouble(Contribution::added)
                .reversed()
                .thenComparing(Contribution::name))
        .flatMap(
            piece ->
                piece.isTie()
                    ? ofGroups(kind, piece, account)
                    : piece.name().equals(GroupTie.ENGAGEMENT_DOUBTFUL.title())
                        ? Stream.of(ofEngagement(kind, piece))
                        : Stream.ofNullable(found.get(piece.name())).map(f -> reason(kind, f)))
        .limit(MOST_A_KIND)
        .toList();
  }

  private static Stream<Row> ofGroups(String kind, Contribution tie, AccountFindings account) {
    return account.groups().stream()
        .filter(group -> group.getString(0).equals(tie.name()))
        .map(
            group ->
                REASON
                    .row()
                    .set("kind", kind)
                    .set("family", tie.family().title())
                    .set("signal", tie.name())
                    .set(
                        "sentence",
                        "it " + GroupTie.of(tie.name()).about() + ": " + group.getString(2))
                    .set(
                        "benign",
                        GroupTie.of(tie.name()).benign()
                            + "; what was considered stands in coordinated_group, group "
                            + group.getString(1))
                    .row());
  }

  private static Row ofEngagement(String kind, Contribution doubtful) {
    return REASON
        .row()
        .set("kind", kind)
        .set("family", doubtful.family().title())
        .set("signal", doubtful.name())
        .set("tail_probability", doubtful.tail())
        .set(
            "sentence",
            PlainNumber.of(doubtful.value(), true)
                + " of its crawled engagements come from accounts that look like bots or act in"
                + " groups; of the creators of the platform "
                + PlainNumber.of(doubtful.tail(), true)
                + " have as much or more")
        .set("benign", GroupTie.ENGAGEMENT_DOUBTFUL.benign() + "; see audience_quality")
        .row();
  }

  private static Row reason(String kind, Row found) {
    TableRow reason = REASON.row().set("kind", kind);
    for (int i = 0; i < SHARED.size(); i++) {
      reason.set(SHARED.get(i), found.get(i));
    }
    return reason.row();
  }
}

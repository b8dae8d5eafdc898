package io.assay.assessment;

import io.assay.contracts.AssessmentTables;
import io.assay.contracts.EvidenceTables;
import io.assay.contracts.Kind;
import io.assay.contracts.RowLayout;
import io.assay.contracts.TableRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The findings that say most about an account. */
final class TellingFindings {
  private static final int MOST_A_KIND = 3;
  private static final RowLayout REASON =
      RowLayout.elementOf(AssessmentTables.ACCOUNT_ASSESSMENT, "reasons");

  /** What a finding and the reason that is made of it have in common. */
  private static final List<String> SHARED =
      List.of("family", "signal", "tail_probability", "sentence", "benign");

  /**
   * What is read of {@code gold.account_evidence}: {@link #SHARED}, and what they are ranked by.
   */
  static final StructType FOUND =
      EvidenceTables.ACCOUNT_EVIDENCE.schemaOf(
          Stream.concat(SHARED.stream(), Stream.of("tail_rank")).toList());

  private static final int FAMILY = FOUND.fieldIndex("family");
  private static final int SIGNAL = FOUND.fieldIndex("signal");
  private static final int TAIL_RANK = FOUND.fieldIndex("tail_rank");

  /** The smallest tail first; of equals the first by name. */
  private static final Comparator<Row> TELLING =
      Comparator.<Row>comparingDouble(found -> found.getDouble(TAIL_RANK))
          .thenComparing(found -> found.getString(SIGNAL));

  private TellingFindings() {}

  /**
   * @param found rows as {@link #FOUND}
   * @param likelihoods of the kinds that could be assessed
   * @return {@link AssessmentTables#REASON}, of each kind that could be assessed a few, those of
   *     the likeliest first
   */
  static List<Row> of(List<Row> found, Map<Kind, Double> likelihoods) {
    List<Row> sorted = found.stream().sorted(TELLING).toList();
    List<Row> reasons = new ArrayList<>();
    likelihoods.entrySet().stream()
        .sorted(
            Map.Entry.<Kind, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> reasons.addAll(ofKind(entry.getKey(), sorted)));
    return reasons;
  }

  private static List<Row> ofKind(Kind kind, List<Row> sorted) {
    List<String> families = kind.families().stream().map(f -> f.title()).toList();
    return sorted.stream()
        .filter(found -> families.contains(found.getString(FAMILY)))
        .limit(MOST_A_KIND)
        .map(found -> reason(kind, found))
        .toList();
  }

  private static Row reason(Kind kind, Row found) {
    TableRow reason = REASON.row().set("kind", kind.title());
    for (int i = 0; i < SHARED.size(); i++) {
      reason.set(SHARED.get(i), found.get(i));
    }
    return reason.row();
  }
}

package io.assay.assessment;

import io.assay.contracts.AssessmentTables;
import io.assay.contracts.Kind;
import io.assay.contracts.RowLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The findings that say most about an account. */
final class TellingFindings {
  private static final int MOST_A_KIND = 3;
  private static final RowLayout REASON =
      RowLayout.elementOf(AssessmentTables.ACCOUNT_ASSESSMENT, "reasons");

  /** What is read of {@code gold.account_evidence}: family, signal, tails and words. */
  static final StructType FOUND =
      new StructType()
          .add("family", DataTypes.StringType)
          .add("signal", DataTypes.StringType)
          .add("tail_rank", DataTypes.DoubleType)
          .add("tail_probability", DataTypes.DoubleType)
          .add("sentence", DataTypes.StringType)
          .add("benign", DataTypes.StringType);

  /** The smallest tail first; of equals the first by name. */
  private static final Comparator<Row> TELLING =
      Comparator.<Row>comparingDouble(found -> found.getDouble(2))
          .thenComparing(found -> found.getString(1));

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
        .filter(found -> families.contains(found.getString(0)))
        .limit(MOST_A_KIND)
        .map(
            found ->
                REASON
                    .row()
                    .set("kind", kind.title())
                    .set("family", found.getString(0))
                    .set("signal", found.getString(1))
                    .set("tail_probability", found.getDouble(3))
                    .set("sentence", found.getString(4))
                    .set("benign", found.getString(5))
                    .row())
        .toList();
  }
}

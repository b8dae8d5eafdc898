package io.assay.assessment;

import io.assay.contracts.AssessmentTables;
import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import io.assay.contracts.KindColumns;
import io.assay.contracts.RowLayout;
import io.assay.contracts.TableRow;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Concludes from what was found of an account. In: {@link AccountFindings}. Out: {@link #SCHEMA}.
 *
 * @param kinds how each kind is judged
 * @param flagAtLeast likelihood from which an account is flagged
 */
record Assessor(List<KindEvidence> kinds, double flagAtLeast)
    implements MapFunction<Row, Row>, Serializable {

  /** Families that must speak: one alone is too little to call an account authentic. */
  private static final int LEAST_FAMILIES = 2;

  private static final String NO_PODS = "groups that act together do not enter the likelihoods yet";

  private static final RowLayout LAYOUT = RowLayout.measured(AssessmentTables.ACCOUNT_ASSESSMENT);

  /** Columns of {@code gold.account_assessment} but the day and the run. */
  static final StructType SCHEMA = LAYOUT.schema();

  @Override
  public Row call(Row account) {
    return of(new AccountFindings(account));
  }

  private Row of(AccountFindings account) {
    TableRow row = LAYOUT.row();
    AccountFindings.profileNames().forEach(name -> row.set(name, account.profile(name)));
    Map<Family, Double> families = account.probabilities();
    Map<Kind, Double> likelihoods = new EnumMap<>(Kind.class);
    for (KindEvidence kind : kinds) {
      KindColumns columns = KindColumns.of(kind.kind());
      Double likelihood = kind.likelihood(families);
      if (likelihood == null) {
        row.set(columns.reason(), why(account, kind.kind()));
        continue;
      }
      likelihoods.put(kind.kind(), likelihood);
      row.set(columns.likelihood(), likelihood);
      row.set(columns.tail(), kind.tail(families));
      row.set(columns.model(), kind.name());
    }
    conclude(likelihoods, families, row);
    return row.set("pod_reason", NO_PODS)
        .set("reasons", TellingFindings.of(account.found(), likelihoods))
        .row();
  }

  private void conclude(Map<Kind, Double> likelihoods, Map<Family, Double> families, TableRow row) {
    double largest = likelihoods.isEmpty() ? 0 : Collections.max(likelihoods.values());
    boolean flagged = !likelihoods.isEmpty() && largest >= flagAtLeast;
    if (families.size() < LEAST_FAMILIES) {
      row.set("authenticity_reason", tooFew(families.size()));
    } else {
      row.set("authenticity", 100 * (1 - largest));
    }
    row.set("flagged", flagged)
        .set("single_family", flagged && SingleFamily.carriesFlag(kinds, families, flagAtLeast))
        .set("flag_at_least", flagAtLeast)
        .set("assessed_kinds", likelihoods.keySet().stream().map(Kind::title).toList());
  }

  private static String tooFew(int families) {
    return families
        + " of "
        + AccountFindings.FAMILIES.size()
        + " families of signals could be judged, "
        + LEAST_FAMILIES
        + " are needed";
  }

  private static String why(AccountFindings account, Kind kind) {
    return kind.families().stream()
        .map(family -> family.title() + ": " + account.whySilent(family))
        .collect(Collectors.joining("; "));
  }
}

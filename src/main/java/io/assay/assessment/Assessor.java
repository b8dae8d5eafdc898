package io.assay.assessment;

import io.assay.contracts.AssessmentTables;
import io.assay.contracts.Family;
import io.assay.contracts.Field;
import io.assay.contracts.Kind;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

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

  private static final String NO_PODS = "who engages by arrangement is not looked for yet";

  /** Columns of {@code gold.account_assessment} but the day and the run. */
  static final StructType SCHEMA = schema();

  @Override
  public Row call(Row account) {
    Map<String, Object> values = of(new AccountFindings(account));
    return RowFactory.create(Stream.of(SCHEMA.fieldNames()).map(values::get).toArray());
  }

  /** By column of the table; what is null is left out. */
  Map<String, Object> of(AccountFindings account) {
    Map<String, Object> values = new HashMap<>();
    AccountFindings.profileNames().forEach(name -> values.put(name, account.profile(name)));
    Map<Family, Double> families = account.probabilities();
    Map<Kind, Double> likelihoods = new EnumMap<>(Kind.class);
    for (KindEvidence kind : kinds) {
      String title = kind.kind().title();
      Double likelihood = kind.likelihood(families);
      if (likelihood == null) {
        values.put(title + "_reason", why(account, kind.kind()));
        continue;
      }
      likelihoods.put(kind.kind(), likelihood);
      values.put(AssessmentTables.likelihoodColumn(kind.kind()), likelihood);
      values.put(title + "_tail", kind.tail(families));
      values.put(title + "_model", kind.name());
    }
    conclude(likelihoods, families.size(), values);
    values.put("pod_reason", NO_PODS);
    values.put("reasons", sequence(TellingFindings.of(account.found(), likelihoods)));
    return values;
  }

  private void conclude(Map<Kind, Double> likelihoods, int families, Map<String, Object> values) {
    double largest = likelihoods.isEmpty() ? 0 : Collections.max(likelihoods.values());
    if (families < LEAST_FAMILIES) {
      values.put(
          "authenticity_reason",
          families
              + " of "
              + AccountFindings.FAMILIES.size()
              + " families of signals could be judged, "
              + LEAST_FAMILIES
              + " are needed");
    } else {
      values.put("authenticity", 100 * (1 - largest));
    }
    values.put("flagged", !likelihoods.isEmpty() && largest >= flagAtLeast);
    values.put("flag_at_least", flagAtLeast);
    values.put("assessed_kinds", sequence(likelihoods.keySet().stream().map(Kind::title).toList()));
  }

  private static String why(AccountFindings account, Kind kind) {
    return kind.families().stream()
        .map(family -> family.title() + ": " + account.whySilent(family))
        .collect(Collectors.joining("; "));
  }

  private static Object sequence(List<?> list) {
    return CollectionConverters.asScala(list).toSeq();
  }

  private static StructType schema() {
    StructType schema = new StructType();
    for (Field field : AssessmentTables.ACCOUNT_ASSESSMENT.fields()) {
      if (!List.of("as_of", "run_id").contains(field.name())) {
        schema = schema.add(field.name(), field.type());
      }
    }
    return schema;
  }
}

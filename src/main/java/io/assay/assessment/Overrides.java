package io.assay.assessment;

import static org.apache.spark.sql.functions.col;

import io.assay.job.CheckResult;
import io.assay.job.RunsSpark;
import io.assay.settings.OverrideSettings;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What people decided of accounts, applied last: likelihoods stay as they are.
 *
 * @param held those that hold on the day, by platform and account
 * @param expired how many do not any more
 */
@RunsSpark
record Overrides(HashMap<List<String>, OverrideSettings> held, long expired)
    implements Serializable {

  static Overrides of(List<OverrideSettings> all, LocalDate day) {
    HashMap<List<String>, OverrideSettings> held = new HashMap<>();
    all.stream()
        .filter(override -> override.holds(day))
        .forEach(o -> held.put(List.of(o.platform(), o.accountId()), o));
    return new Overrides(held, all.size() - held.size());
  }

  /** What was decided of an account; null where nothing was. */
  OverrideSettings of(String platform, String accountId) {
    return held.isEmpty() ? null : held.get(List.of(platform, accountId));
  }

  /**
   * Which of them are of no effect.
   *
   * @param assessed {@code gold.account_assessment}
   */
  List<CheckResult> checked(Dataset<Row> assessed) {
    List<CheckResult> results = new ArrayList<>();
    if (expired > 0) {
      results.add(
          CheckResult.tell(
              "overrides_hold",
              expired,
              expired + held.size(),
              "assessment.overrides whose last day is past are not applied any more: remove them, or"
                  + " decide again until a later day"));
    }
    if (!held.isEmpty()) {
      Set<List<String>> unknown = new HashSet<>(held.keySet());
      assessed
          .where(col("override_decision").isNotNull())
          .select("platform", "account_id")
          .collectAsList()
          .forEach(row -> unknown.remove(List.of(row.getString(0), row.getString(1))));
      List<String> named =
          unknown.stream().map(key -> String.join("/", key)).sorted().limit(5).toList();
      results.add(
          CheckResult.tell(
              "overrides_known",
              unknown.size(),
              held.size(),
              "assessment.overrides name accounts that no crawl has shown (platform/account_id): "
                  + String.join(", ", named)
                  + (unknown.size() > named.size() ? " ..." : "")));
    }
    return results;
  }
}

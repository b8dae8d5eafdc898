package io.assay.assessment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import io.assay.contracts.Family;
import io.assay.contracts.FamilyColumns;
import io.assay.contracts.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** All that was found of an account, read by position. */
record AccountFindings(Row row) {
  private static final List<String> KEY = List.of("platform", "account_id");
  private static final List<String> PROFILE =
      List.of("platform", "account_id", "handle", "followers", "band");
  private static final String FOUND = "found";

  /** Families that speak of a kind, each once. */
  static final List<Family> FAMILIES =
      Arrays.stream(Kind.values()).flatMap(k -> k.families().stream()).distinct().toList();

  /**
   * Cost: an exchange of each input by account.
   *
   * @param families {@code gold.account_family_evidence}, which has every account
   * @param engagement {@code gold.account_engagement}, which knows followers and band
   * @param evidence {@code gold.account_evidence}
   * @return rows as this class reads them
   */
  static Dataset<Row> of(Dataset<Row> families, Dataset<Row> engagement, Dataset<Row> evidence) {
    String[] key = KEY.toArray(String[]::new);
    List<String> names = new ArrayList<>(List.of("platform", "account_id", "handle"));
    FAMILIES.forEach(family -> names.addAll(List.of(probability(family), reason(family))));
    Column finding = struct(columns(Stream.of(TellingFindings.FOUND.fieldNames())));
    return families
        .select(columns(names.stream()))
        .join(
            engagement.select(columns(Stream.of("platform", "account_id", "followers", "band"))),
            key,
            "left")
        .join(
            evidence.groupBy("platform", "account_id").agg(collect_list(finding).as(FOUND)),
            key,
            "left")
        .select(
            columns(
                Stream.of(
                        PROFILE.stream(),
                        FAMILIES.stream().map(AccountFindings::probability),
                        FAMILIES.stream().map(AccountFindings::reason),
                        Stream.of(FOUND))
                    .flatMap(s -> s)));
  }

  /** A column of {@link #PROFILE}. */
  Object profile(String name) {
    return row.get(PROFILE.indexOf(name));
  }

  static List<String> profileNames() {
    return PROFILE;
  }

  /** Fisher probabilities of the families that speak. */
  Map<Family, Double> probabilities() {
    Map<Family, Double> known = new EnumMap<>(Family.class);
    for (int i = 0; i < FAMILIES.size(); i++) {
      if (!row.isNullAt(PROFILE.size() + i)) {
        known.put(FAMILIES.get(i), row.getDouble(PROFILE.size() + i));
      }
    }
    return known;
  }

  /** Why a family cannot speak; null where it does. */
  String whySilent(Family family) {
    return row.getString(PROFILE.size() + FAMILIES.size() + FAMILIES.indexOf(family));
  }

  /** Rows as {@link TellingFindings#FOUND}. */
  List<Row> found() {
    int at = PROFILE.size() + 2 * FAMILIES.size();
    return row.isNullAt(at) ? List.of() : row.getList(at);
  }

  private static String probability(Family family) {
    return FamilyColumns.of(family).fisherP();
  }

  private static String reason(Family family) {
    return FamilyColumns.of(family).reason();
  }

  private static Column[] columns(Stream<String> names) {
    return names.map(name -> col(name)).toArray(Column[]::new);
  }
}

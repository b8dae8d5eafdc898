package io.assay.assessment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.assay.contracts.Family;
import io.assay.contracts.FamilyColumns;
import io.assay.contracts.GroupTie;
import io.assay.contracts.Kind;
import io.assay.peers.AccountRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** All that was found of an account, read by position: its signals first. */
record AccountFindings(Row row) {
  private static final String[] KEY = {"platform", "account_id"};
  private static final List<String> PROFILE = List.of("followers", "band");
  private static final String FOUND = "found";
  private static final String SUSPICIOUS = "suspicious";
  private static final String OF_FAMILIES = "families_";

  /** Families that speak of a kind, each once. */
  static final List<Family> FAMILIES =
      Arrays.stream(Kind.values()).flatMap(k -> k.families().stream()).distinct().toList();

  private static final int PROFILE_AT = AccountRow.NAMES.size();
  private static final int FAMILIES_AT = PROFILE_AT + PROFILE.size();
  private static final int REASONS_AT = FAMILIES_AT + FAMILIES.size();
  private static final int FOUND_AT = REASONS_AT + FAMILIES.size();
  private static final int TIES_AT = FOUND_AT + 1;
  private static final int SUSPICIOUS_AT = TIES_AT + 1;

  /**
   * Cost: an exchange of each input by account.
   *
   * @param measured rows as {@link AccountRow} reads them, of every account
   * @param families {@code gold.account_family_evidence}
   * @param engagement {@code gold.account_engagement}, which knows followers and band
   * @param evidence {@code gold.account_evidence}
   * @param ties {@link GroupTies}
   * @param clusters {@code gold.account_cluster}
   * @return rows as this class reads them
   */
  static Dataset<Row> of(
      Dataset<Row> measured,
      Dataset<Row> families,
      Dataset<Row> engagement,
      Dataset<Row> evidence,
      Dataset<Row> ties,
      Dataset<Row> clusters) {
    // Renamed: inputs of signals have reasons of such names, too.
    List<Column> said = new ArrayList<>(Stream.of(KEY).map(name -> col(name)).toList());
    List<String> spoken = new ArrayList<>();
    FAMILIES.forEach(family -> spoken.add(FamilyColumns.of(family).fisherP()));
    FAMILIES.forEach(family -> spoken.add(FamilyColumns.of(family).reason()));
    spoken.replaceAll(
        name -> {
          said.add(col(name).as(OF_FAMILIES + name));
          return OF_FAMILIES + name;
        });
    Column finding = struct(columns(Stream.of(TellingFindings.FOUND.fieldNames())));
    return measured
        .join(families.select(said.toArray(Column[]::new)), KEY, "left")
        .join(engagement.select(columns(withKey(PROFILE))), KEY, "left")
        .join(
            evidence.groupBy("platform", "account_id").agg(collect_list(finding).as(FOUND)),
            KEY,
            "left")
        .join(ties, KEY, "left")
        .join(clusters.select(columns(withKey(List.of(SUSPICIOUS)))), KEY, "left")
        .select(
            columns(
                Stream.of(
                        AccountRow.NAMES.stream(),
                        PROFILE.stream(),
                        spoken.stream(),
                        Stream.of(FOUND, GroupTies.TIES, SUSPICIOUS))
                    .flatMap(s -> s)))
        .withColumn(DoubtfulEngagement.VALUE, lit(null).cast("double"))
        .withColumn(DoubtfulEngagement.TAIL, lit(null).cast("double"));
  }

  /**
   * The same accounts with what is known by now of who engages them. Cost: an exchange of both by
   * account.
   *
   * @param accounts rows as this class reads them
   * @param doubtful {@link DoubtfulEngagement}
   */
  static Dataset<Row> with(Dataset<Row> accounts, Dataset<Row> doubtful) {
    return accounts
        .drop(DoubtfulEngagement.VALUE, DoubtfulEngagement.TAIL)
        .join(doubtful, KEY, "left")
        .select(columns(Stream.of(accounts.columns())));
  }

  AccountRow signals() {
    return new AccountRow(row);
  }

  /** Its latest followers; null where they are not known. */
  Long followers() {
    return row.getAs(PROFILE_AT);
  }

  /** The band of these. */
  String band() {
    return row.getString(PROFILE_AT + 1);
  }

  /** Fisher probabilities of the families that speak. */
  Map<Family, Double> probabilities() {
    Map<Family, Double> known = new EnumMap<>(Family.class);
    for (int i = 0; i < FAMILIES.size(); i++) {
      if (!row.isNullAt(FAMILIES_AT + i)) {
        known.put(FAMILIES.get(i), row.getDouble(FAMILIES_AT + i));
      }
    }
    return known;
  }

  /** Why a family cannot speak; null where it does. */
  String whySilent(Family family) {
    return row.getString(REASONS_AT + FAMILIES.indexOf(family));
  }

  /** Rows as {@link TellingFindings#FOUND}. */
  List<Row> found() {
    return row.isNullAt(FOUND_AT) ? List.of() : row.getList(FOUND_AT);
  }

  /** Its ties to accepted groups: rows of tie, group_id, sentence. */
  List<Row> groups() {
    return row.isNullAt(TIES_AT) ? List.of() : row.getList(TIES_AT);
  }

  /** The kinds of these ties. */
  Set<GroupTie> ties() {
    EnumSet<GroupTie> ties = EnumSet.noneOf(GroupTie.class);
    for (Row group : groups()) {
      ties.add(GroupTie.of(group.getString(0)));
    }
    return ties;
  }

  /** Whether it is a member of an accepted group; whose posts a farm hits is not. */
  boolean isInGroup() {
    Set<GroupTie> ties = ties();
    return ties.contains(GroupTie.FARM_MEMBER) || ties.contains(GroupTie.POD_MEMBER);
  }

  /** Whether it is in a suspicious cluster. */
  boolean isInSuspiciousCluster() {
    return !row.isNullAt(SUSPICIOUS_AT) && row.getBoolean(SUSPICIOUS_AT);
  }

  /** How much of its engagement is doubtful; null where that is not known, or not yet. */
  Double doubtfulValue() {
    return row.getAs(SUSPICIOUS_AT + 1);
  }

  /** The tail of that among creators. */
  Double doubtfulTail() {
    return row.getAs(SUSPICIOUS_AT + 2);
  }

  private static Stream<String> withKey(List<String> names) {
    return Stream.concat(Stream.of(KEY), names.stream());
  }

  private static Column[] columns(Stream<String> names) {
    return names.map(name -> col(name)).toArray(Column[]::new);
  }
}

package io.assay.assessment;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.CoordinationTables;
import io.assay.contracts.GroupTie;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which accounts are tied to groups that coordination accepted, and how. */
final class GroupTies {

  /** Column of the result. */
  static final String TIES = "ties";

  private GroupTies() {}

  /**
   * Victims of farms have no tie: nobody chooses to be hit.
   *
   * <p>Cost: members are exchanged by account; groups are sent to them.
   *
   * @param members {@code gold.coordinated_member} of the day
   * @param groups {@code gold.coordinated_group} of the day
   * @return one row an account that has a tie: platform, account_id, ties (array of tie, group_id,
   *     sentence, in order; tie as {@link GroupTie#title})
   */
  static Dataset<Row> of(Dataset<Row> members, Dataset<Row> groups) {
    return members
        .where(col("accepted"))
        .withColumn("tie", tie())
        .where(col("tie").isNotNull())
        .join(
            broadcast(groups.select("platform", "group_id", "sentence")),
            new String[] {"platform", "group_id"})
        .groupBy("platform", "account_id")
        .agg(
            array_sort(collect_list(struct(col("tie"), col("group_id"), col("sentence"))))
                .as(TIES));
  }

  private static Column tie() {
    Column kind = col("kind");
    Column member = col("role").equalTo(CoordinationTables.MEMBER);
    List<String> programs = List.of(CoordinationTables.FARM, CoordinationTables.LOCKSTEP);
    return when(member.and(kind.isInCollection(programs)), lit(GroupTie.FARM_MEMBER.title()))
        .when(member.and(kind.equalTo(CoordinationTables.POD)), lit(GroupTie.POD_MEMBER.title()))
        .when(
            col("role").equalTo(CoordinationTables.CUSTOMER), lit(GroupTie.FARM_CUSTOMER.title()));
  }
}

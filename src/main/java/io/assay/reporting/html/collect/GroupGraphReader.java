package io.assay.reporting.html.collect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.assay.contracts.CoordinationTables;
import io.assay.job.RunsSpark;
import io.assay.reporting.html.model.ActingGroup.Node;
import io.assay.reporting.html.model.ReportLimits;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads members and ties of some groups, bounded in each. */
@RunsSpark
final class GroupGraphReader {
  /** Members are ranked by how clearly they belong, others by how much of theirs is hit. */
  private static final String PLACE =
      "OVER (PARTITION BY platform, group_id, role ORDER BY coalesce(likelihood_out, coverage)"
          + " DESC, account_id)";

  private static final String SAME_ROLE = "OVER (PARTITION BY platform, group_id, role)";

  private GroupGraphReader() {}

  /**
   * @param groups rows of gold.coordinated_group
   */
  static GroupGraphs read(FinishedDay day, List<Row> groups) {
    GroupGraphs graphs = new GroupGraphs();
    Dataset<Row> members = day.rows(CoordinationTables.COORDINATED_MEMBER).orElse(null);
    if (groups.isEmpty() || members == null) {
      return graphs;
    }
    Column chosen =
        col("group_id")
            .isInCollection(groups.stream().map(g -> g.<String>getAs("group_id")).toList());
    List<Row> nodes =
        members
            .where(chosen)
            .withColumn("place", expr("row_number() " + PLACE))
            .withColumn("same_role", expr("count(*) " + SAME_ROLE))
            .where(
                expr(
                    "place <= if(role = 'member', "
                        + ReportLimits.NODES
                        + ", "
                        + ReportLimits.TARGETS
                        + ")"))
            .orderBy("platform", "group_id", "role", "place")
            .collectAsList();
    nodes.forEach(
        r ->
            graphs.node(
                r.getAs("platform"),
                r.getAs("group_id"),
                new Node(
                    r.getAs("account_id"),
                    r.getAs("handle"),
                    r.getAs("role"),
                    r.<Integer>getAs("acts"),
                    r.<Double>getAs("coverage")),
                r.<Long>getAs("same_role"),
                r.<Integer>getAs("place") == 1));
    Set<String> ids =
        nodes.stream().map(r -> r.<String>getAs("account_id")).collect(Collectors.toSet());
    day.rows(CoordinationTables.COORDINATED_PAIR)
        .ifPresent(pairs -> ties(pairs.where(chosen), ids, graphs));
    return graphs;
  }

  /** Of each account few pairs are stored, so there are at most some ten for each node. */
  private static void ties(Dataset<Row> pairs, Set<String> ids, GroupGraphs graphs) {
    pairs
        .where(
            col("first_account_id")
                .isInCollection(ids)
                .and(col("second_account_id").isInCollection(ids)))
        .selectExpr(
            "platform",
            "group_id",
            "first_account_id",
            "second_account_id",
            "if(posts_of_second_by_first + posts_of_first_by_second > 0,"
                + " posts_of_second_by_first + posts_of_first_by_second, shared_posts)")
        .collectAsList()
        .forEach(
            r ->
                graphs.pair(
                    r.getString(0), r.getString(1), r.getString(2), r.getString(3), r.getInt(4)));
  }
}

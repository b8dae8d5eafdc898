package io.assay.reporting.html.collect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.assay.contracts.CoordinationTables;
import io.assay.contracts.Table;
import io.assay.job.RunsSpark;
import io.assay.reporting.html.model.ActingGroup;
import io.assay.reporting.html.model.GroupFacts;
import io.assay.reporting.html.model.GroupFacts.GroupCount;
import io.assay.reporting.html.model.GroupFacts.OtherGroup;
import io.assay.reporting.html.model.GroupFacts.WeighedExplanation;
import io.assay.reporting.html.model.ReportLimits;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads who acts together: the largest accepted groups, and those that something else explains. */
@RunsSpark
final class GroupReader {
  private GroupReader() {}

  static GroupFacts read(FinishedDay day) {
    Table table = CoordinationTables.COORDINATED_GROUP;
    Dataset<Row> all = day.rows(table).orElse(null);
    if (all == null) {
      return new GroupFacts(ReportCollector.absent(table, day), List.of(), List.of(), List.of());
    }
    List<GroupCount> counts =
        all
            .groupBy("form", "accepted")
            .agg(expr("count(*)"), expr("sum(members)"))
            .orderBy(col("accepted").desc(), col("form"))
            .collectAsList()
            .stream()
            .map(r -> new GroupCount(r.getString(0), r.getBoolean(1), r.getLong(2), r.getLong(3)))
            .toList();
    if (counts.isEmpty()) {
      return new GroupFacts(null, counts, List.of(), List.of());
    }
    List<Row> largest = largest(all.where("accepted"));
    GroupGraphs graphs = GroupGraphReader.read(day, largest);
    List<ActingGroup> shown = largest.stream().map(r -> group(r, graphs)).toList();
    List<OtherGroup> others =
        largest(all.where("NOT accepted")).stream().map(GroupReader::other).toList();
    return new GroupFacts(null, counts, shown, others);
  }

  private static List<Row> largest(Dataset<Row> groups) {
    return groups
        .orderBy(col("members").desc(), col("platform"), col("group_id"))
        .limit(ReportLimits.GROUPS)
        .collectAsList();
  }

  private static ActingGroup group(Row r, GroupGraphs graphs) {
    String platform = r.getAs("platform");
    String id = r.getAs("group_id");
    GroupGraphs.Drawing graph = graphs.of(platform, id);
    return new ActingGroup(
        platform,
        id,
        r.getAs("kind"),
        r.getAs("sentence"),
        r.<Integer>getAs("members"),
        r.<Integer>getAs("targets"),
        r.<Integer>getAs("posts"),
        r.<Double>getAs("density"),
        r.getAs("latency_median"),
        r.getAs("latency_median_of_all"),
        r.getAs("log10_chance"),
        r.<Double>getAs("probability"),
        explanations(r),
        graph.nodes(),
        Math.max(graph.belonging(), graph.nodes().size()),
        graph.edges());
  }

  private static OtherGroup other(Row r) {
    return new OtherGroup(
        r.getAs("platform"),
        r.getAs("group_id"),
        r.getAs("form"),
        r.<Integer>getAs("members"),
        r.getAs("sentence"),
        explanations(r));
  }

  private static List<WeighedExplanation> explanations(Row r) {
    List<Row> all = r.getList(r.fieldIndex("explanations"));
    return all.stream()
        .map(
            e ->
                new WeighedExplanation(
                    e.getAs("explanation"), e.getAs("ruled_out"), e.getAs("because")))
        .toList();
  }
}

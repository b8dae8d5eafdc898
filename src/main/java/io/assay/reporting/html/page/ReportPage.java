package io.assay.reporting.html.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.assay.reporting.html.model.ActingGroup;
import io.assay.reporting.html.model.ReportModel;
import io.assay.reporting.html.model.RunSentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the templates show.
 *
 * @param model the report's values
 * @param sentences what was read and how good it was
 * @param verdicts how the accounts of each band divide
 * @param rates how engagement is distributed
 * @param curve how engagement falls with size
 * @param clusters groups of alike accounts
 * @param groups by a group's id its picture
 */
public record ReportPage(
    ReportModel model,
    List<String> sentences,
    Chart verdicts,
    Chart rates,
    Chart curve,
    Chart clusters,
    Map<String, Chart> groups) {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  /** The whole page. */
  public static String html(ReportModel model) {
    StringOutput out = new StringOutput(1 << 21);
    TEMPLATES.render("report/page.jte", of(model), out);
    return out.toString();
  }

  static ReportPage of(ReportModel model) {
    Map<String, Chart> groups = new LinkedHashMap<>();
    for (ActingGroup group : model.groups().shown()) {
      groups.put(group.anchor(), GroupChart.of(group));
    }
    return new ReportPage(
        model,
        RunSentences.of(model.run(), model.verdicts()),
        Charts.verdicts(model.verdicts()),
        Charts.rates(model.rates()),
        CurveChart.of(model.curve(), model.doubts()),
        Charts.clusters(model.clusters()),
        groups);
  }

  /** The specifications of all pictures, by the id of their element. */
  public String charts() {
    List<Chart> all = new ArrayList<>(List.of(verdicts, rates, curve, clusters));
    all.addAll(groups.values());
    Map<String, Object> options = new LinkedHashMap<>();
    all.forEach(
        chart ->
            options.put(chart.id(), chart.variants().stream().map(Chart.Variant::option).toList()));
    return ReportJson.inert(options);
  }

  public String style() {
    return Assets.STYLE;
  }

  public String script() {
    return Assets.SCRIPT;
  }

  public String chartLibrary() {
    return Assets.CHARTS;
  }

  public String policy() {
    return Assets.policy();
  }

  /** The queries of a section, over this lake and day. */
  public List<Query> queries(String section) {
    return Query.of(section);
  }

  public String sql(Query query) {
    return query.sql(model.lake(), model.asOf());
  }
}

package io.assay.reporting.html.page;

import io.assay.reporting.html.model.DoubtFacts;
import io.assay.reporting.html.model.ReportLimits;
import io.assay.reporting.html.model.SizeCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The picture of how engagement falls with size, with the accounts above and below. */
final class CurveChart {
  private CurveChart() {}

  /** How engagement falls with size. */
  static Chart of(SizeCurve facts, DoubtFacts doubts) {
    List<Chart.Variant> variants = new ArrayList<>();
    for (String platform : facts.platforms().stream().limit(ReportLimits.VARIANTS).toList()) {
      List<List<Object>> cells =
          facts.cells().stream()
              .filter(c -> c.platform().equals(platform))
              .map(c -> Charts.row(c.followers(), 100 * c.rate(), c.accounts()))
              .toList();
      List<List<Object>> line =
          facts.bins().stream()
              .filter(b -> b.platform().equals(platform))
              .filter(b -> b.followers() != null && b.rate() != null)
              .filter(b -> b.followers() > 0 && b.rate() > 0)
              .map(b -> Charts.row(b.followers(), 100 * b.rate()))
              .toList();
      List<List<Object>> doubted =
          doubts.shown().stream()
              .filter(d -> d.platform().equals(platform))
              .filter(d -> d.rate() != null && d.rate() > 0)
              .filter(d -> d.followers() != null && d.followers() > 0)
              .map(d -> Charts.row(d.followers(), 100 * d.rate(), d.name()))
              .toList();
      if (!cells.isEmpty()) {
        variants.add(
            Chart.variant(
                platform, "curve", Map.of("cells", cells, "line", line, "doubted", doubted)));
      }
    }
    return new Chart(
        "chart-curve",
        "Engagement per follower against followers",
        "Each circle stands for the accounts of about one size and rate, the larger the more; the"
            + " line is what is usual for a size; diamonds are doubted creators of the list below."
            + Charts.cut(
                Math.min(ReportLimits.VARIANTS, facts.platforms().size()),
                facts.platforms().size(),
                "platforms")
            + (facts.cells().size() < ReportLimits.CELLS
                ? ""
                : " Only the " + Figures.count(ReportLimits.CELLS) + " fullest circles are drawn."),
        0,
        variants);
  }
}

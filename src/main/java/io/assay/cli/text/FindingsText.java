package io.assay.cli.text;

import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import io.assay.reporting.explain.AccountPage;
import io.assay.reporting.explain.PageQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** What stands out about an account, family by family, with what may explain it. */
final class FindingsText {
  /** Findings shown, those first that add most to a likelihood. */
  private static final int SHOWN = 5;

  private FindingsText() {}

  static void into(PageText text, AccountPage page) {
    text.heading("What stands out");
    Map<String, List<Row>> byFamily = new LinkedHashMap<>();
    page.rows(PageQuery.FINDINGS).stream()
        .limit(SHOWN)
        .forEach(
            finding ->
                byFamily
                    .computeIfAbsent(finding.getAs("family"), f -> new ArrayList<>())
                    .add(finding));
    Map<String, Row> families = new LinkedHashMap<>();
    page.rows(PageQuery.FAMILIES).forEach(f -> families.put(f.getAs("family"), f));
    byFamily.forEach(
        (family, findings) -> {
          text.paragraph(
              Texts.capitalised(Family.of(family).about()) + alike(families.get(family)));
          findings.forEach(finding -> tell(text, finding));
        });
    more(text, page.rows(PageQuery.FINDINGS));
    rest(text, families, byFamily);
  }

  private static String alike(Row family) {
    Double tail = family == null ? null : family.getAs("tail");
    return tail == null
        ? ":"
        : ", in which " + Texts.share(tail) + " of its peers are as unusual or more:";
  }

  private static void tell(PageText text, Row finding) {
    text.point(Texts.capitalised(finding.getAs("sentence")) + ".");
    List<Row> adds =
        finding.isNullAt(finding.fieldIndex("adds"))
            ? List.of()
            : finding.getList(finding.fieldIndex("adds"));
    StringBuilder said = new StringBuilder();
    for (Row add : adds) {
      if (add.<Double>getAs("contribution") > 0) {
        said.append(said.isEmpty() ? "Makes it " : "; ")
            .append(Texts.factor(add.getAs("odds_factor")))
            .append(" times as likely (by odds) that it ")
            .append(Kind.of(add.getAs("kind")).about());
      }
    }
    text.detail(
        (said.isEmpty() ? "Adds to no likelihood" : said)
            + ". Innocent explanation: "
            + finding.getAs("benign")
            + ".");
  }

  private static void more(PageText text, List<Row> findings) {
    if (findings.isEmpty()) {
      text.paragraph("No single signal is notable among peers.");
    } else if (findings.size() > SHOWN) {
      text.paragraph(
          "Shown are "
              + findings.get(SHOWN - 1).<Integer>getAs("place")
              + " of "
              + findings.get(0).<Long>getAs("findings")
              + " findings, those that add most.");
    }
  }

  private static void rest(
      PageText text, Map<String, Row> families, Map<String, List<Row>> byFamily) {
    List<String> quiet = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    families.forEach(
        (family, row) -> {
          Double tail = row.getAs("tail");
          String about = Family.of(family).about();
          if (tail == null) {
            silent.add(about);
          } else if (!byFamily.containsKey(family)) {
            quiet.add(about + " (" + Texts.share(tail) + ")");
          }
        });
    if (!quiet.isEmpty()) {
      text.paragraph(
          "Shares of peers as unusual or more in "
              + (byFamily.isEmpty() ? "" : "other ")
              + "families of signals: "
              + String.join("; ", quiet)
              + ".");
    }
    if (!silent.isEmpty()) {
      text.paragraph("Cannot be judged: " + String.join("; ", silent) + ".");
    }
  }
}

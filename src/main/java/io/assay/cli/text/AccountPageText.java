package io.assay.cli.text;

import io.assay.reporting.explain.AccountPage;
import io.assay.reporting.explain.AccountPage.ShownQuery;
import io.assay.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** What is known of an account, on one page for somebody who has to decide about it. */
public final class AccountPageText {
  private AccountPageText() {}

  /** The lines of the page. */
  public static List<String> of(AccountPage page) {
    PageText text = new PageText();
    StandingText.into(text, page);
    FindingsText.into(text, page);
    PiecesText.into(text, page);
    CompanyText.into(text, page);
    AudienceText.into(text, page);
    MindText.into(text, page);
    return text.lines();
  }

  /** The queries that told it, ready to be run. */
  public static List<String> queries(AccountPage page) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "-- The queries behind this page. They run as they are in Spark SQL 4.1 with Delta, as");
    lines.add("-- src/docs/operations.md says under \"Why is an account doubted?\".");
    for (ShownQuery query : page.queries()) {
      lines.add("");
      lines.add("-- " + query.title());
      (query.sql() + ";").lines().map(Printable::of).forEach(lines::add);
    }
    return lines;
  }
}

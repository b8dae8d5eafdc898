package io.assay.cli.text;

import io.assay.contracts.DoubtedColumns;
import io.assay.reporting.explain.AccountPage;
import io.assay.reporting.explain.PageQuery;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Who the audience of a creator is, and what is left of it without doubtful accounts. */
final class AudienceText {
  /** Countries named, those first where most of the audience lives. */
  private static final int COUNTRIES = 3;

  private AudienceText() {}

  static void into(PageText text, AccountPage page) {
    Row audience = page.row(PageQuery.AUDIENCE);
    if (audience == null) {
      return;
    }
    text.heading("Its audience");
    text.paragraph(
        doubtful(audience, DoubtedColumns.ENGAGEMENTS)
            + left(audience, "effective_rate", " Without them its engagement rate would be "));
    text.paragraph(doubtful(audience, DoubtedColumns.FOLLOWERS) + reach(audience));
    Double repeat = audience.getAs("repeat_comments_share");
    if (repeat != null) {
      text.paragraph(
          Texts.share(repeat)
              + " of "
              + Texts.counted(audience.<Long>getAs("comments"), "crawled comment")
              + " of others come from people who commented on several of its posts.");
    }
    List<Row> countries = audience.getList(audience.fieldIndex("audience_countries"));
    if (!countries.isEmpty()) {
      text.paragraph(
          "Its audience, "
              + Texts.counted(audience.<Long>getAs("audience"), "account")
              + " as far as crawled, lives in "
              + countries.stream()
                  .limit(COUNTRIES)
                  .map(c -> c.getAs("country") + " (" + Texts.share(c.<Double>getAs("share")) + ")")
                  .collect(Collectors.joining(", "))
              + (countries.size() > COUNTRIES ? " and elsewhere." : "."));
    }
  }

  private static String doubtful(Row audience, DoubtedColumns columns) {
    Double share = audience.getAs(columns.share());
    if (share == null) {
      return "Which share of its "
          + columns.words()
          + " is doubtful cannot be said: "
          + audience.getAs(columns.reason())
          + ".";
    }
    return "Of "
        + Texts.count(audience.<Long>getAs(columns.assessed()))
        + " "
        + columns.words()
        + " that could be judged, "
        + Texts.share(share)
        + " come from doubtful accounts ("
        + Texts.share(audience.<Double>getAs(columns.low()))
        + " to "
        + Texts.share(audience.<Double>getAs(columns.high()))
        + ").";
  }

  private static String left(Row audience, String rate, String what) {
    Double value = audience.getAs(rate);
    return value == null
        ? ""
        : what
            + Texts.percent(value)
            + " ("
            + Texts.percent(audience.getAs(rate + "_low"))
            + " to "
            + Texts.percent(audience.getAs(rate + "_high"))
            + ").";
  }

  private static String reach(Row audience) {
    Long reach = audience.getAs("real_reach");
    return reach == null
        ? ""
        : " That leaves a real reach of "
            + Texts.count(reach)
            + " ("
            + Texts.count(audience.<Long>getAs("real_reach_low"))
            + " to "
            + Texts.count(audience.<Long>getAs("real_reach_high"))
            + ").";
  }
}

package io.assay.cli.text;

import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import io.assay.reporting.explain.AccountPage;
import io.assay.reporting.explain.PageQuery;
import io.assay.statistics.PeerGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** The head of a page: who it is, what was concluded, and against whom it was compared. */
final class StandingText {
  private StandingText() {}

  static void into(PageText text, AccountPage page) {
    Row account = page.row(PageQuery.ACCOUNT);
    text.title(
        (account.getAs("handle") == null ? "" : account.getAs("handle") + ", ")
            + page.account().platform()
            + " account "
            + page.account().accountId()
            + ", as of "
            + page.asOf());
    text.title(size(account) + " " + rate(account));
    text.heading("In short");
    verdict(text, account, page.rows(PageQuery.KINDS));
    text.heading("How likely each kind of fraud is");
    likelihoods(text, page);
    text.heading("Whom it is compared with");
    text.paragraph(
        page.rows(PageQuery.PEERS).stream()
                .map(StandingText::peers)
                .collect(Collectors.joining("; in what does not depend on size with "))
            + ".");
  }

  private static String size(Row account) {
    Long followers = account.getAs("followers");
    return followers == null
        ? "How many followers it has is not known."
        : Texts.counted(followers, "follower") + " (" + account.getAs("band") + ").";
  }

  private static String rate(Row account) {
    Double rate = account.getAs("rate_public");
    if (rate == null) {
      String why = account.getAs("not_assessable_reason");
      return "Its engagement rate is not known" + (why == null ? "." : ": " + why + ".");
    }
    Double low = account.getAs("rate_public_low");
    Double expected = account.getAs("expected_rate");
    return "Likes and comments under the typical one of its "
        + Texts.counted(account.<Long>getAs("posts_counted"), "counted post")
        + ": "
        + Texts.percent(rate)
        + " of its followers"
        + (low == null
            ? ""
            : " ("
                + Texts.percent(low)
                + " to "
                + Texts.percent(account.getAs("rate_public_high"))
                + ")")
        + (expected == null
            ? "."
            : ", where " + Texts.percent(expected) + " is usual for its size.")
        + (account.getAs("peers_below") == null
            ? ""
            : " "
                + Texts.share(account.getAs("peers_below"))
                + " of "
                + Texts.count(account.<Long>getAs("peer_n"))
                + " "
                + PeerGroups.inWords(account.getAs("peer_group"))
                + " have less.");
  }

  private static void verdict(PageText text, Row account, List<Row> kinds) {
    boolean flagged = account.getAs("flagged");
    Row first = kinds.get(0);
    Double likelihood = first.getAs("likelihood");
    String decided = account.getAs("override_decision");
    String most =
        likelihood == null
            ? "Not judged: nothing can be said of it."
            : (flagged ? "Flagged: " : "Not flagged: ")
                + "it is "
                + Texts.likelihood(likelihood)
                + " likely that it "
                + about(first)
                + ", the likeliest kind of fraud.";
    text.paragraph(
        most
            + " From "
            + Texts.likelihood(account.<Double>getAs("flag_at_least"))
            + " on an account is flagged.");
    Double authenticity = account.getAs("authenticity");
    text.paragraph(
        authenticity == null
            ? "No authenticity is given: " + account.getAs("authenticity_reason") + "."
            : "Authenticity " + Math.round(authenticity) + " out of a hundred.");
    if (account.<Boolean>getAs("single_family")) {
      text.paragraph(
          "The flag rests on one family of signals alone, and no group bears it out: look at the"
              + " account yourself before you act on it.");
    }
    if (decided != null) {
      text.paragraph(
          "A person decided, whatever the likelihood: "
              + decided
              + " by "
              + account.getAs("override_by")
              + (account.getAs("override_until") == null
                  ? ""
                  : " until " + account.getAs("override_until"))
              + ", because: "
              + account.getAs("override_reason")
              + ".");
    }
  }

  private static void likelihoods(PageText text, AccountPage page) {
    TextTable table = new TextTable("it ...", "likelihood", "uncorrected", "share here", "assumed");
    List<String> unknown = new ArrayList<>();
    for (Row kind : page.rows(PageQuery.KINDS)) {
      Double likelihood = kind.getAs("likelihood");
      if (likelihood == null) {
        unknown.add("it " + about(kind) + " (" + reason(kind) + ")");
        continue;
      }
      table.row(
          about(kind),
          Texts.likelihood(likelihood),
          Texts.likelihood(kind.<Double>getAs("uncorrected")),
          kind.getAs("share") == null ? "-" : Texts.share(kind.<Double>getAs("share")),
          Texts.share(kind.<Double>getAs("base_rate")));
    }
    if (unknown.size() < page.rows(PageQuery.KINDS).size()) {
      text.table(table);
      text.paragraph(
          "Uncorrected likelihoods are right where the assumed share of accounts does such a thing;"
              + " they are corrected to the share that seems to do it here. A dash: too few could be"
              + " judged to correct anything.");
    }
    unknown.forEach(kind -> text.point("Cannot be said: whether " + kind + "."));
  }

  /** Why it cannot be said, family by family, each by what it looks at. */
  private static String reason(Row kind) {
    String reason = kind.getAs("reason");
    for (Family family : Family.values()) {
      reason =
          reason.replaceAll(
              "(^|; )" + family.title() + ": ",
              "$1" + Matcher.quoteReplacement(family.about() + ": "));
    }
    return reason;
  }

  private static String peers(Row peers) {
    return "the "
        + Texts.count(peers.<Long>getAs("accounts"))
        + " "
        + PeerGroups.inWords(peers.getAs("peer_group"));
  }

  /** What a kind claims of the account. */
  static String about(Row row) {
    return Kind.of(row.getAs("kind")).about();
  }
}

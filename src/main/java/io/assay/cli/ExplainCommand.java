package io.assay.cli;

import io.assay.cli.text.AccountPageText;
import io.assay.contracts.Kind;
import io.assay.job.Job;
import io.assay.lake.Lake;
import io.assay.lake.LakeLocation;
import io.assay.pipeline.Jobs;
import io.assay.reporting.explain.AccountPage;
import io.assay.reporting.explain.AccountQuestion;
import io.assay.reporting.explain.Explainer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** Says on one page what is known of an account. */
final class ExplainCommand implements Command {

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String summary() {
    return "print one page on an account: what it is doubted of, why, and what speaks against it";
  }

  @Override
  public String description() {
    return "Prints what the tables of a day say of one account: its size and engagement beside what"
        + " is usual, how likely each kind of fraud ("
        + String.join(", ", Kind.titles())
        + ") is and what that is made of, what stands out with its innocent explanations, the groups"
        + " it acts with, the accounts that are like it, its audience, and what would change our"
        + " mind. --sql adds the queries that gave every number. Nothing in the lake changes.";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "jobs/assay explain --platform instagram --handle ann.shoots --lake lake/",
            "of the newest day that is complete"),
        new Example(
            "jobs/assay explain --platform x --account-id 17 --as-of 2026-10-31 --lake lake/",
            "of another day"),
        new Example(
            "jobs/assay explain --handle ann.shoots --lake lake/ --sql > ann.txt",
            "with the queries behind every number"));
  }

  @Override
  public void declare(Subparser parser) {
    parser
        .addArgument("--platform")
        .metavar("NAME")
        .help("where it is, e.g. instagram; not needed where the account is on one alone");
    parser
        .addArgument("--account-id")
        .metavar("ID")
        .help("the platform's stable id of it; a handle is understood, too");
    parser
        .addArgument("--handle")
        .metavar("NAME")
        .help("the name in its address, in place of --account-id");
    parser
        .addArgument("--as-of")
        .metavar("DATE")
        .help("day to explain, YYYY-MM-DD (default: the newest that is complete)");
    parser
        .addArgument("--sql")
        .action(Arguments.storeTrue())
        .help("print the queries behind every number, too");
    Options.lake(parser);
    Options.reporting(parser);
  }

  @Override
  public String conflict(Namespace given) {
    boolean byId = given.getString("account_id") != null;
    return byId == (given.getString("handle") != null)
        ? "one of --account-id and --handle is needed"
        : null;
  }

  @Override
  public String run(Invocation call) {
    AccountQuestion question =
        new AccountQuestion(
            lowerCase(given(call, "platform")), given(call, "account_id"), given(call, "handle"));
    LocalDate asOf = call.text("as_of") == null ? null : call.asOf();
    LakeLocation.requireLake(call.lake());
    try (SparkRun session = SparkRun.open(call)) {
      AccountPage page =
          Explainer.page(
              session.spark(),
              Lake.open(session.spark(), call.lake()),
              Jobs.DAILY.stream().map(Job::name).toList(),
              asOf,
              question);
      AccountPageText.of(page).forEach(call.out()::println);
      if (call.flag("sql")) {
        call.out().println();
        AccountPageText.queries(page).forEach(call.out()::println);
      }
      return "explained "
          + page.account().platform()
          + " account "
          + page.account().accountId()
          + " as of "
          + page.asOf()
          + (call.flag("sql") ? "" : ". The queries behind the numbers: --sql");
    }
  }

  private static String given(Invocation call, String option) {
    String value = call.text(option);
    return value == null
        ? null
        : Invocation.notBlank("--" + option.replace('_', '-'), value).strip();
  }

  private static String lowerCase(String platform) {
    return platform == null ? null : platform.toLowerCase(Locale.ROOT);
  }
}

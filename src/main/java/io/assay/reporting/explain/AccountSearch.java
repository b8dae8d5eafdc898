package io.assay.reporting.explain;

import io.assay.contracts.UserError;
import io.assay.lake.LakeSql;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Finds the account that is meant: by its id, else by its handle, else what is spelt alike. */
final class AccountSearch {
  /** As many are listed where several, or none, are meant. */
  private static final int LISTED = 8;

  private static final int NEAR = 5;

  private final LakeSql sql;
  private final LocalDate asOf;
  private final AccountQuestion question;

  /**
   * @param sql holds gold.account_assessment, which has every account seen
   * @param asOf day to look in
   */
  AccountSearch(LakeSql sql, LocalDate asOf, AccountQuestion question) {
    this.sql = sql;
    this.asOf = asOf;
    this.question = question;
  }

  /**
   * @throws UserError if there is none, with near handles, or several, with all of them
   */
  FoundAccount account() {
    if (question.accountId() != null) {
      List<Row> byId = accounts("account_id = " + LakeSql.literal(question.accountId()));
      if (!byId.isEmpty()) {
        return only(byId, "id");
      }
    }
    String lower = "lower(" + LakeSql.literal(question.typed()) + ")";
    List<Row> byHandle = accounts("lower(handle) = " + lower);
    if (byHandle.isEmpty()) {
      throw unknown(lower);
    }
    return only(byHandle, "handle");
  }

  private List<Row> accounts(String condition) {
    return sql.rows(
        "SELECT platform, account_id, handle FROM {gold.account_assessment} WHERE "
            + where()
            + " AND "
            + condition
            + " ORDER BY platform, account_id LIMIT "
            + (LISTED + 1));
  }

  private String where() {
    return "as_of = "
        + LakeSql.literal(asOf)
        + (question.platform() == null
            ? ""
            : " AND platform = " + LakeSql.literal(question.platform()));
  }

  private FoundAccount only(List<Row> found, String by) {
    if (found.size() == 1) {
      return new FoundAccount(found.get(0).getString(0), found.get(0).getString(1));
    }
    throw new UserError(
        "several accounts have the "
            + by
            + " "
            + question.typed()
            + " on "
            + asOf
            + ": "
            + listed(found.subList(0, Math.min(LISTED, found.size())))
            + (found.size() > LISTED ? " and more" : ""),
        "Say which with --platform and --account-id.");
  }

  /** Handles that differ in few letters, or that hold what was typed. */
  private UserError unknown(String lower) {
    int apart = Math.max(2, question.typed().length() / 3);
    List<Row> near =
        sql.rows(
            "SELECT platform, account_id, handle FROM (SELECT platform, account_id, handle,"
                + " levenshtein(lower(handle), "
                + lower
                + ") AS apart, contains(lower(handle), "
                + lower
                + ") AS holds FROM {gold.account_assessment} WHERE "
                + where()
                + ") WHERE apart <= "
                + apart
                + " OR holds ORDER BY apart, platform, account_id LIMIT "
                + NEAR);
    return new UserError(
        "no account "
            + question.typed()
            + (question.platform() == null ? "" : " of " + question.platform())
            + " is known on "
            + asOf
            + ", neither by id nor by handle",
        near.isEmpty()
            ? "Check the id, or name an account that a crawl has shown up to that day."
            : "Near handles: " + listed(near) + ".");
  }

  private static String listed(List<Row> accounts) {
    return accounts.stream()
        .map(
            account ->
                (account.isNullAt(2) ? "" : account.getString(2) + " ")
                    + "("
                    + account.getString(0)
                    + " "
                    + account.getString(1)
                    + ")")
        .collect(Collectors.joining(", "));
  }
}

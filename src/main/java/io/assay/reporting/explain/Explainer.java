package io.assay.reporting.explain;

import io.assay.contracts.AssessmentTables;
import io.assay.contracts.Table;
import io.assay.lake.Lake;
import io.assay.lake.LakeSql;
import io.assay.lake.SizedSession;
import io.assay.ledger.CompleteDay;
import io.assay.reporting.explain.AccountPage.ShownQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Asks a lake about one account. In: tables of one complete day. Out: {@link AccountPage}. Cost:
 * one query of the ledger, one or two to find the account, and one for each {@link PageQuery}; each
 * reads one day of its tables and returns few rows.
 */
public final class Explainer {
  private Explainer() {}

  /**
   * @param jobs all that belong to a day, by which it counts as complete
   * @param asOf the day; null for the newest that is complete
   * @throws io.assay.contracts.UserError if there is no such day or account
   */
  public static AccountPage page(
      SparkSession spark, Lake lake, List<String> jobs, LocalDate asOf, AccountQuestion question) {
    LakeSql sql = new LakeSql(spark, lake);
    CompleteDay day = sized(spark, 0, () -> CompleteDay.find(sql, jobs, asOf));
    long accounts = day.of(AssessmentTables.ACCOUNT_ASSESSMENT).rows();
    return sized(spark, accounts, () -> read(sql, day, question));
  }

  /** Most of a short query is planning. */
  private static <T> T sized(SparkSession spark, long rows, Supplier<T> work) {
    List<T> result = new ArrayList<>();
    SizedSession.during(spark, rows, () -> result.add(work.get()));
    return result.get(0);
  }

  private static AccountPage read(LakeSql sql, CompleteDay day, AccountQuestion question) {
    open(sql, day, AssessmentTables.ACCOUNT_ASSESSMENT);
    FoundAccount account = new AccountSearch(sql, day.asOf(), question).account();
    for (Table table : PageQuery.TABLES) {
      open(sql, day, table);
    }
    Map<PageQuery, List<Row>> answers = new EnumMap<>(PageQuery.class);
    List<ShownQuery> queries = new ArrayList<>();
    queries.add(new ShownQuery("The day, and the version of each table", day.sql()));
    for (PageQuery query : PageQuery.values()) {
      String about = query.about(account, day.asOf());
      answers.put(query, sql.rows(about));
      queries.add(new ShownQuery(query.title(), sql.shown(about)));
    }
    return new AccountPage(account, day.asOf(), answers, List.copyOf(queries));
  }

  private static void open(LakeSql sql, CompleteDay day, Table table) {
    sql.open(table, day.asOf(), day.of(table).version());
  }
}

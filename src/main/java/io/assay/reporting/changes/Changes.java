package io.assay.reporting.changes;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.contracts.Kind;
import io.assay.contracts.UserError;
import io.assay.job.RunsSpark;
import io.assay.job.Stage;
import io.assay.lake.Lake;
import io.assay.lake.SizedSession;
import io.assay.ledger.MadeDay;
import io.assay.ledger.MadeDays;
import io.assay.reporting.changes.ChangesReport.ChangeTotals;
import io.assay.text.PlainNumber;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Tells what changed between two days of a lake. It looks only: nothing is published.
 *
 * <p>Cost: the accounts of both days are compared once; evidence is read of those that moved.
 * Collected are counts, the models' numbers and as many accounts as are asked for; the rest goes
 * row by row to who writes it.
 */
@RunsSpark
public final class Changes {
  private static final StructType WEIGHED =
      StructType.fromDDL("kind STRING, signal STRING, weighed_from BOOLEAN, weighed_to BOOLEAN");

  private final SparkSession spark;
  private final Lake lake;
  private final List<Stage> stages;

  /**
   * @param stages the jobs of a day that lead to its assessment, in the order in which they run
   */
  public Changes(SparkSession spark, Lake lake, List<Stage> stages) {
    this.spark = spark;
    this.lake = lake;
    this.stages = List.copyOf(stages);
  }

  /**
   * @param all is given the rows of {@link ChangesCsv} of every account that moved, one after the
   *     other; null where nobody wants them
   * @throws UserError if a day has no complete run, or what is asked for is on neither day
   */
  public ChangesReport tell(ChangesQuestion question, Consumer<Iterator<Row>> all) {
    MadeDays days = new MadeDays(spark, lake, stages);
    MadeDay from = days.of(question.from());
    MadeDay to = days.of(question.to());
    AtomicReference<ChangesReport> told = new AtomicReference<>();
    SizedSession.during(
        spark,
        DayTables.rows(from) + DayTables.rows(to),
        () ->
            told.set(
                tell(
                    question,
                    DayTables.read(spark, lake, from),
                    DayTables.read(spark, lake, to),
                    all)));
    return told.get();
  }

  private ChangesReport tell(
      ChangesQuestion question, DayTables from, DayTables to, Consumer<Iterator<Row>> all) {
    requirePlatform(question, from, to);
    ModelsOfDay before = models(from);
    ModelsOfDay after = models(to);
    RunChanges runs =
        RunChanges.of(from.made(), to.made(), stages, flags(from, to), before.differences(after));
    Dataset<Row> accounts =
        AccountChanges.of(
                of(question.platform(), from.accounts()),
                of(question.platform(), to.accounts()),
                question.kinds(),
                question.minChange())
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      ChangeTotals totals =
          CountChanges.read(
              CountChanges.of(accounts, question.kinds(), question.minChange()).first(),
              question.kinds());
      boolean one = question.accountId() != null;
      Dataset<Row> told =
          ChangedParts.withClusters(
              accounts.where(one ? col("account_id").equalTo(question.accountId()) : col("moved")),
              from.clusters(),
              to.clusters());
      Dataset<Row> weighed = weighed(before, after);
      Dataset<Row> largest =
          told.orderBy(col("largest").desc(), col("platform"), col("account_id"))
              .limit(question.limit());
      List<Row> chosen = largest.collectAsList();
      if (one && chosen.isEmpty()) {
        throw unknownAccount(question);
      }
      Dataset<Row> these = chosen(accounts, chosen);
      List<Row> parts =
          ChangedParts.of(chosen(told, chosen), kinds(these, one), from, to, weighed)
              .collectAsList();
      if (all != null) {
        all.accept(ChangedParts.of(told, kinds(told, one), from, to, weighed).toLocalIterator());
      }
      return new ChangesReport(runs, totals, ReadChanges.of(chosen, parts, one));
    } finally {
      accounts.unpersist();
    }
  }

  private static Dataset<Row> of(String platform, Dataset<Row> rows) {
    return platform == null ? rows : rows.where(col("platform").equalTo(platform));
  }

  private static Dataset<Row> kinds(Dataset<Row> accounts, boolean all) {
    Dataset<Row> kinds = AccountChanges.kinds(accounts);
    return all ? kinds : kinds.where(col("shown"));
  }

  /** Those that were collected, so that nothing is sorted again. */
  private Dataset<Row> chosen(Dataset<Row> of, List<Row> chosen) {
    List<Row> keys =
        chosen.stream()
            .map(row -> RowFactory.create(row.<String>getAs("platform"), row.getAs("account_id")))
            .toList();
    Dataset<Row> wanted =
        spark.createDataFrame(keys, StructType.fromDDL("platform STRING, account_id STRING"));
    return of.join(broadcast(wanted), AccountChanges.KEY.toArray(String[]::new), "left_semi");
  }

  private static ModelsOfDay models(DayTables day) {
    Column numbers =
        xxhash64(to_json(struct("signals", "factors", "medians", "scales", "weights", "centres")));
    return ModelsOfDay.of(
        day.level().select("kind", "model", "base_rate", "intercept").distinct().collectAsList(),
        day.evidence().groupBy("kind", "signal").agg(max("weight")).collectAsList(),
        day.divisions()
            .select(col("platform"), col("stratum"), col("fitted_on").cast("string"), numbers)
            .collectAsList());
  }

  /** The one value of the settings that the tables show. */
  private static List<String> flags(DayTables from, DayTables to) {
    Row before = from.accounts().agg(max("flag_at_least")).first();
    Row after = to.accounts().agg(max("flag_at_least")).first();
    return before.isNullAt(0) || after.isNullAt(0) || before.getDouble(0) == after.getDouble(0)
        ? List.of()
        : List.of(
            "assessment.flag_at_least "
                + PlainNumber.of(before.getDouble(0), false)
                + " -> "
                + PlainNumber.of(after.getDouble(0), false));
  }

  /** A signal that nobody showed may have a weight; where the models are the same, it has. */
  private Dataset<Row> weighed(ModelsOfDay before, ModelsOfDay after) {
    List<Row> rows = new ArrayList<>();
    for (String kind : Kind.titles()) {
      Map<String, Double> old = before.weights().getOrDefault(kind, Map.of());
      Map<String, Double> now = after.weights().getOrDefault(kind, Map.of());
      boolean same = before.isSame(kind, after);
      TreeSet<String> signals = new TreeSet<>(old.keySet());
      signals.addAll(now.keySet());
      signals.forEach(
          signal ->
              rows.add(
                  RowFactory.create(
                      kind,
                      signal,
                      same || old.containsKey(signal),
                      same || now.containsKey(signal))));
    }
    return spark.createDataFrame(rows, WEIGHED);
  }

  private static void requirePlatform(ChangesQuestion question, DayTables from, DayTables to) {
    if (question.platform() == null) {
      return;
    }
    List<String> known =
        from
            .level()
            .select("platform")
            .union(to.level().select("platform"))
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .sorted()
            .toList();
    if (!known.contains(question.platform())) {
      throw new UserError(
          "no account of platform '" + question.platform() + "' is assessed on either day",
          "Choose one of " + String.join(", ", known) + ".");
    }
  }

  private static UserError unknownAccount(ChangesQuestion question) {
    return new UserError(
        "account '"
            + question.accountId()
            + "'"
            + (question.platform() == null ? "" : " of " + question.platform())
            + " was seen neither on "
            + question.from()
            + " nor on "
            + question.to(),
        "Give its account_id as it stands in gold.account_assessment, which is not its handle.");
  }
}

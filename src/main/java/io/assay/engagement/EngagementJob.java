package io.assay.engagement;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.GoldTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.lake.StageContext;
import io.assay.lake.TableSink;
import io.assay.settings.EngagementSettings;
import io.assay.settings.Settings;
import io.assay.statistics.BinnedGroups;
import io.assay.statistics.LogBins;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Measures engagement by account and by follower band.
 *
 * <p>Input: the day's {@code silver.post} and {@code silver.account}. Output: the five gold tables
 * of engagement. Algorithm: posts are read twice (what platforms show; the rates) and exchanged
 * once; everything else works on the measured accounts, which are kept while the job runs, and on
 * exact counts of them in logarithmic bins. Cost: a small multiple of averaging the posts by
 * account.
 */
public final class EngagementJob {

  public static final List<Table> READS = List.of(SilverTables.ACCOUNT, SilverTables.POST);
  public static final List<Table> WRITES =
      List.of(
          GoldTables.ACCOUNT_ENGAGEMENT,
          GoldTables.BAND_DISTRIBUTION,
          GoldTables.BAND_HISTOGRAM,
          GoldTables.EXPECTED_ENGAGEMENT,
          GoldTables.BENCHMARK);

  private EngagementJob() {}

  public static void run(StageContext context) {
    EngagementSettings settings = context.settings().engagement();
    Dataset<Row> measured =
        AccountEngagement.measure(
            ofTheDay(context, SilverTables.POST),
            ofTheDay(context, SilverTables.ACCOUNT),
            context.asOf(),
            settings);
    measured.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      publishAccounts(context, measured);
      publishBands(context, measured);
    } finally {
      measured.unpersist();
    }
  }

  private static void publishAccounts(StageContext context, Dataset<Row> measured) {
    EngagementSettings settings = context.settings().engagement();
    Dataset<Row> values = ExpectedEngagement.values(measured, settings);
    Dataset<Row> cells = BinnedGroups.cells(values).persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> curve =
        ExpectedEngagement.curve(values, cells, settings).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      context.sink().replace(GoldTables.EXPECTED_ENGAGEMENT, curve);
      Dataset<Row> compared = AccountEngagement.compare(measured, curve, context.settings());
      context.sink().replace(GoldTables.ACCOUNT_ENGAGEMENT, compared);
    } finally {
      curve.unpersist();
      cells.unpersist();
    }
  }

  private static void publishBands(StageContext context, Dataset<Row> measured) {
    Settings settings = context.settings();
    int suppressBelow = settings.engagement().suppressBelow();
    LogBins fine = new LogBins(settings.engagement().binsPerDecade());
    LogBins coarse = new LogBins(settings.engagement().histogramBinsPerDecade());
    FollowerAxis axis = FollowerAxis.of(settings.bands().schemes(), settings.benchmarks().claims());
    Dataset<Row> values = RateValues.of(measured, axis, fine);
    Dataset<Row> cells = BinnedGroups.cells(values).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      TableSink sink = context.sink();
      BinnedGroups bands = BandDistribution.groups(values, cells, axis);
      sink.replace(
          GoldTables.BAND_DISTRIBUTION, BandDistribution.distribution(bands, axis, suppressBelow));
      sink.replace(
          GoldTables.BAND_HISTOGRAM,
          BandDistribution.histogram(bands, axis, fine, coarse, suppressBelow));
      sink.replace(GoldTables.BENCHMARK, Benchmark.of(values, cells, axis, suppressBelow));
    } finally {
      cells.unpersist();
    }
  }

  private static Dataset<Row> ofTheDay(StageContext context, Table table) {
    return context.source().read(table, col("as_of").equalTo(lit(context.asOf())));
  }
}

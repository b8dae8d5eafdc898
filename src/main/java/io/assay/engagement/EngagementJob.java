package io.assay.engagement;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.job.BelievedSights;
import io.assay.job.Job;
import io.assay.job.JobContext;
import io.assay.job.Stage;
import io.assay.settings.BandSettings;
import io.assay.settings.BenchmarkSettings;
import io.assay.settings.EngagementSettings;
import io.assay.settings.GrowthSettings;
import io.assay.statistics.ExactQuantiles;
import io.assay.statistics.LogBins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.storage.StorageLevel;

/**
 * Measures engagement by account and by follower band.
 *
 * <p>Input: the day's {@code silver.post} and {@code silver.account}. Output: the five gold tables
 * of engagement. Algorithm: posts are read once (very many tasks: some columns of them twice) and
 * exchanged once by account; the measured accounts are kept while the job runs. Their values are
 * counted in bins, which is one pass over them; the counts are collected, and a second pass finds
 * the order statistics that the exact quantiles of all tables want. All tables but that of the
 * accounts are finished on the driver: they do not grow with the data. Cost: a small multiple of
 * averaging the posts by account; the driver's memory: see {@link ValueCounts} and {@link
 * RankSearch}.
 */
public final class EngagementJob {

  private static final List<Table> READS = List.of(SilverTables.ACCOUNT, SilverTables.POST);
  private static final List<Table> WRITES =
      List.of(
          EngagementTables.ACCOUNT_ENGAGEMENT,
          EngagementTables.BAND_DISTRIBUTION,
          EngagementTables.BAND_HISTOGRAM,
          EngagementTables.EXPECTED_ENGAGEMENT,
          EngagementTables.BENCHMARK);

  public static final Job JOB =
      new Job(
          new Stage(
              "engagement",
              "Measures engagement by account and by follower band, beside what others claim.",
              READS,
              List.of(),
              WRITES,
              List.of(
                  EngagementSettings.class,
                  GrowthSettings.class,
                  BandSettings.class,
                  BenchmarkSettings.class)),
          EngagementJob::run);

  private EngagementJob() {}

  private static void run(JobContext context) {
    Dataset<Row> measured =
        AccountEngagement.measure(
            context.today(SilverTables.POST),
            context.today(SilverTables.ACCOUNT),
            context.asOf(),
            context.settings(EngagementSettings.class),
            BelievedSights.limits(context.settings(GrowthSettings.class)),
            SQLConf.get().numShufflePartitions());
    measured.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      publish(context, measured);
    } finally {
      measured.unpersist();
    }
  }

  private static void publish(JobContext context, Dataset<Row> measured) {
    EngagementSettings settings = context.settings(EngagementSettings.class);
    FollowerAxis axis =
        FollowerAxis.of(
            context.settings(BandSettings.class).schemes(),
            context.settings(BenchmarkSettings.class).claims());
    LogBins fine = new LogBins(settings.binsPerDecade());
    AccountValues values = AccountValues.of(axis, fine, settings);
    Column rate = comparedRate(settings);
    Dataset<Row> compared = measured.withColumn("rate_public", rate);
    ValueCounts counts = ValueCounts.of(CountValues.of(compared, values).collectAsList());
    List<ExpectedEngagement.OfSize> sizes = ExpectedEngagement.groups(counts, settings);
    List<BandDistribution.OfBand> bands = BandDistribution.groups(counts, axis);
    List<Benchmark.Compared> claims = Benchmark.groups(counts, axis);
    List<QuantileGroup> groups = new ArrayList<>();
    sizes.forEach(size -> groups.addAll(List.of(size.rates(), size.followers())));
    bands.forEach(band -> groups.add(band.group()));
    claims.forEach(claim -> groups.add(claim.group()));
    RankSearch search = new RankSearch(groups);
    Map<QuantileGroup, ExactQuantiles> quantiles =
        search.quantiles(search.in(compared, values).collectAsList());

    List<Row> curve = ExpectedEngagement.rows(sizes, quantiles, settings.curveMinAccounts());
    int suppressBelow = settings.suppressBelow();
    replace(context, EngagementTables.EXPECTED_ENGAGEMENT, curve);
    RatesAboveOne above = new RatesAboveOne();
    context
        .sink()
        .replace(
            EngagementTables.ACCOUNT_ENGAGEMENT,
            above.watch(
                ComparedAccounts.of(
                    measured,
                    rate,
                    ExpectedEngagement.of(curve),
                    PeerRanks.of(counts, fine, settings.minPeers()),
                    context.settings(BandSettings.class).defaultBands())),
            above::results);
    replace(
        context,
        EngagementTables.BAND_DISTRIBUTION,
        BandDistribution.distribution(bands, quantiles, suppressBelow));
    replace(
        context,
        EngagementTables.BAND_HISTOGRAM,
        BandDistribution.histogram(
            bands, fine, new LogBins(settings.histogramBinsPerDecade()), suppressBelow));
    replace(
        context,
        EngagementTables.BENCHMARK,
        Benchmark.rows(claims, axis, quantiles, suppressBelow));
  }

  /** The rate by which accounts are compared: where asked for, the stated one of the unmeasured. */
  private static Column comparedRate(EngagementSettings settings) {
    Column measured = col("rate_public");
    return settings.includeStated() ? coalesce(measured, col("stated_rate_public")) : measured;
  }

  private static void replace(JobContext context, Table table, List<Row> rows) {
    context.sink().replace(table, context.spark().createDataFrame(rows, table.measuredSchema()));
  }
}

package io.assay.pipeline;

import io.assay.contracts.SilverTables;
import io.assay.coordination.coaction.CoActions;
import io.assay.coordination.coaction.SharesOfDay;
import io.assay.job.Progress;
import io.assay.lake.Lake;
import io.assay.lake.LakeSource;
import io.assay.lake.PublishedSlices;
import io.assay.lake.SizedSession;
import io.assay.settings.Settings;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Finds who acts together in the shares of a lake. It looks only: nothing is published. */
public final class CoActionSearch {
  private static final String NAME = "coaction";

  private final SparkSession spark;
  private final Settings settings;
  private final Progress progress;
  private final LakeSource source;

  CoActionSearch(
      SparkSession spark, Lake lake, Settings settings, PublishedSlices known, Progress progress) {
    this.spark = spark;
    this.settings = settings;
    this.progress = progress;
    this.source = LakeSource.unrecorded(spark, lake, SharesOfDay.READS, known);
  }

  /**
   * @param asOf the whole UTC day; what crawls delivered later is not known
   * @param found is given the pairs of accounts, sorted, one after the other
   * @throws io.assay.contracts.UserError if there is nothing to compare, or too much
   */
  public void find(LocalDate asOf, CoActions.Question question, Consumer<Iterator<Row>> found) {
    int days = settings.coordination().windowDays();
    Dataset<Row> shares = SharesOfDay.read(source, asOf, days, settings.conform().windowDays());
    long rows = source.rows(SilverTables.SHARE, SharesOfDay.first(asOf, days), asOf);
    try (CoActions actions = new CoActions(shares, question)) {
      AtomicReference<CoActions.Comparisons> size = new AtomicReference<>();
      SizedSession.during(
          spark, rows, () -> size.set(actions.size(settings.coordination().maxPairs())));
      progress.started(
          NAME,
          String.format(
              Locale.ROOT,
              "comparing %,d shares, about %,.0f pairs of which lie within %d s",
              size.get().shares(),
              size.get().pairs(),
              question.rule().windowSeconds()));
      // What is compared may be far more than what is read.
      long compared = rows + Math.round(size.get().pairs());
      SizedSession.during(spark, compared, () -> found.accept(actions.edges().toLocalIterator()));
    }
  }
}

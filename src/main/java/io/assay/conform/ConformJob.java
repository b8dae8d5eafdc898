package io.assay.conform;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.Job;
import io.assay.job.JobContext;
import io.assay.job.Stage;
import io.assay.settings.ConformSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes silver as of a day. States of accounts and posts come from the newest earlier state that
 * still stands and the deliveries since; events are stored once, under the day of their first
 * delivery; the brand's records and labels are taken as they are. The content is the same as if all
 * had been made from the deliveries alone.
 */
public final class ConformJob {
  private static final List<Table> READS = Feeds.ALL.stream().map(Feed::target).toList();

  private static final Map<Feed, Table> RECORDS =
      Map.of(
          Feeds.LABELS, SilverTables.LABEL,
          Feeds.CAMPAIGNS, SilverTables.CAMPAIGN,
          Feeds.PLACEMENTS, SilverTables.PLACEMENT);

  private static final List<Table> WRITES =
      Stream.of(
              Stream.of(SilverTables.ACCOUNT, SilverTables.POST),
              EventDays.KINDS.stream().map(EventKind::stored),
              Feeds.ALL.stream().filter(RECORDS::containsKey).map(RECORDS::get))
          .flatMap(tables -> tables)
          .toList();

  public static final Job JOB =
      new Job(
          new Stage(
              "conform",
              "Makes one row per account, post, event and record out of what crawls delivered.",
              List.of(),
              READS,
              WRITES,
              List.of(ConformSettings.class)),
          ConformJob::run);

  private ConformJob() {}

  private static void run(JobContext context) {
    ConformSettings settings = context.settings(ConformSettings.class);
    LocalDate asOf = context.asOf();
    if (READS.stream()
        .allMatch(
            table ->
                context.source().files(table, settings.windowStart(asOf), asOf, null).isEmpty())) {
      throw new UserError(
          "no delivery of the " + settings.windowDays() + " days up to " + asOf + " is in the lake",
          "Check --as-of, ingest a delivery of that time, or raise conform.window_days.");
    }
    LocalDate keptFrom = settings.keptFrom(asOf);
    new CarriedState(context, BronzeTables.ACCOUNT_OBSERVATION, SilverTables.ACCOUNT)
        .publish(seen -> AccountState.latestAccounts(seen, keptFrom, settings.maxHistory()));
    CounterFalls falls = new CounterFalls();
    DoubtedAuthors authors = new DoubtedAuthors();
    new CarriedState(context, BronzeTables.POST_OBSERVATION, SilverTables.POST)
        .publish(
            seen -> authors.watch(PostState.latestPosts(seen, keptFrom, falls)),
            PostState::postsSeenOnce,
            () -> List.of(falls.result(), authors.result()));
    for (EventKind kind : EventDays.KINDS) {
      new EventDays(context, kind).bringUpToDate();
    }
    RECORDS.forEach((feed, table) -> records(context, feed, table));
  }

  private static void records(JobContext context, Feed feed, Table table) {
    Dataset<Row> delivered = context.source().readIfHeld(feed.target(), null, context.asOf());
    if (!context.source().files(feed.target(), null, context.asOf(), null).isEmpty()
        || !context.source().files(table, context.asOf(), context.asOf(), null).isEmpty()) {
      context.sink().replace(table, LatestRecord.of(delivered, feed));
    }
  }
}

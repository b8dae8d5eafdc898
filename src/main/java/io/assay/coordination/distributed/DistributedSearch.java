package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import io.assay.coordination.detection.CoreFinder;
import io.assay.coordination.detection.FarmNeeds;
import io.assay.coordination.detection.FoundRow;
import io.assay.coordination.detection.GatheredGroups;
import io.assay.coordination.detection.HeldRow;
import io.assay.coordination.detection.NicheFinder;
import io.assay.coordination.detection.PodFinder;
import io.assay.job.RunsSpark;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Searches one platform whose events are too many for one process. Input: {@link PlatformParts} of
 * the platform. Output: {@link FoundRow}, the same that one process would find. Algorithm: see the
 * package. Cost: the events go over the network some five times, besides the pairs of {@link
 * PostPairs}, {@link AuthorVisits} and {@link SharedReaders}; one task at a time holds what may
 * matter, at most {@code coordination.max_held} rows of some 100 bytes: authors, improbable pairs
 * of creators and of posts, events of suspects and on what they hit, all shares.
 */
@RunsSpark
public final class DistributedSearch implements AutoCloseable {
  /** Cores of authors are numbered behind those of posts. */
  private static final long OF_AUTHORS = 1L << 40;

  private final String platform;
  private final PlatformParts parts;
  private final LocalDate day;
  private final SearchBounds bounds;
  private final KeptDatasets kept = new KeptDatasets();
  private final OneTask tasks;

  // What is counted, each once, in the order in which it is.
  private Dataset<Row> posts;
  private Dataset<Row> acts;
  private WholeCrawl whole;
  private Dataset<Row> statistics;
  private Dataset<Row> pairs;
  private Dataset<Row> niches;
  private Dataset<Row> inNiches;
  private Dataset<Row> ofNiches;
  private Dataset<Row> actors;
  private Dataset<Row> accounts;

  /**
   * @param parts of this platform alone
   * @param day of the run, by which new groups are named
   */
  public DistributedSearch(
      String platform, PlatformParts parts, LocalDate day, SearchBounds bounds) {
    this.platform = platform;
    this.parts = parts;
    this.day = day;
    this.bounds = bounds;
    this.tasks = new OneTask(platform, kept, OneTask.MOST_ROUNDS);
  }

  /** Rows of the six tables; they can be read until this is closed. */
  public Dataset<Row> found() {
    countActs();
    findNiches();
    Dataset<Row> authors = kept.keep(CreatorSums.ofAuthors(acts, posts, whole.longest()));
    Dataset<Row> sums =
        kept.keep(HeldRows.authors(authors, niches).unionByName(HeldRows.niches(ofNiches)));
    GatheredEvents gathered = gathered(authors);
    OneTask.Tried pods =
        tasks.tried(
            sums,
            gathered,
            acts.sparkSession().createDataFrame(List.of(), HeldRow.SCHEMA),
            new PodFinder(platform, bounds.mostHeld(), whole.totals()));
    Dataset<Row> groups = kept.keep(starts(pods.found()).unionByName(pods.found()));
    Dataset<Row> known = sums.unionByName(groups);
    Dataset<Row> first =
        kept.keep(
            HeldRows.rows(groups.select("key").distinct(), HeldRow.WHOLE_ACCOUNT, "key", null)
                .unionByName(pods.asked()));
    FarmNeeds needs = new FarmNeeds(platform, bounds.mostHeld(), whole.totals());
    Dataset<Row> asked = tasks.tried(known, gathered, first, needs).asked();
    return tables(groups(known.unionByName(gathered.of(asked)).unionByName(gathered.names(asked))));
  }

  /** Step 0, and step 5 without niches. */
  private void countActs() {
    posts = kept.keep(DistinctActs.posts(parts.posts()));
    acts =
        kept.keep(DistinctActs.withSums(kept.keep(DistinctActs.of(parts.events(), posts)), posts));
    accounts = kept.keep(parts.accounts());
    whole = WholeCrawl.of(acts);
    statistics = kept.keep(PostPairs.statistics(PostPairs.sample(acts)));
    pairs = kept.keep(PostPairs.ofAll(PostPairs.sample(acts), statistics, events()));
  }

  private long events() {
    return whole.totals().events();
  }

  /** Step 1, and the sums that it makes possible. */
  private void findNiches() {
    Dataset<Row> suspects =
        CoreVisitors.ofPosts(acts, cores(pairs, false, "post"), events())
            .select("actor")
            .distinct();
    Dataset<Row> nearest = SharedReaders.nearest(kept.keep(SharedReaders.readers(acts, suspects)));
    NicheFinder finder = new NicheFinder(platform, bounds.mostHeld());
    niches =
        kept.keep(OneTask.of(HeldRows.nearest(nearest), finder))
            .select(col("key").as("author"), col("other").as("niche"));
    inNiches = kept.keep(CreatorSums.inNiches(acts, niches, whole.longest()));
    ofNiches = kept.keep(CreatorSums.ofNiches(acts, niches, whole.longest()));
    actors = kept.keep(CreatorSums.ofActors(acts, whole.longest()));
  }

  /** Step 2, and what is held of the rest. */
  private GatheredEvents gathered(Dataset<Row> authors) {
    Dataset<Row> between = kept.keep(CreatorSums.ofPairs(acts, whole.longest()));
    OneSidedSums sums = new OneSidedSums(actors, authors, niches, inNiches, ofNiches);
    Dataset<Row> mutual =
        mutual(HeldRow.MUTUAL, between, sums, "all", events())
            .unionByName(mutual(HeldRow.MUTUAL_FAST, between, sums, "fast", whole.totals().fast()));
    return new GatheredEvents(
        acts, posts, accounts, parts, between, kept.keep(mutual), actors, inNiches);
  }

  private Dataset<Row> mutual(
      int sort, Dataset<Row> between, OneSidedSums sums, String which, long events) {
    Dataset<Row> both = kept.keep(MutualCreators.reciprocated(between, which));
    long inPairs = both.agg(coalesce(sum("given"), lit(0L))).collectAsList().get(0).getLong(0);
    return HeldRows.mutual(sort, MutualCreators.improbable(both, sums.of(which), events - inPairs));
  }

  /** Steps 5 and 5b: who visits cores of posts or of authors. */
  private Dataset<Row> starts(Dataset<Row> pods) {
    Dataset<Row> podOf = pods.groupBy(col("key").as("actor")).agg(max("other").as("pod"));
    Dataset<Row> improbable =
        PostPairs.outsidePods(acts, pairs, statistics, podOf, niches, inNiches, ofNiches, events());
    Dataset<Row> visits = kept.keep(AuthorVisits.of(acts, podOf, niches, inNiches));
    Dataset<Row> ofAuthors =
        CoreVisitors.ofAuthors(
            visits, cores(AuthorVisits.pairs(visits, visits.count()), true, "author"));
    return HeldRows.rows(
        CoreVisitors.ofPosts(acts, cores(improbable, false, "post"), events())
            .unionByName(ofAuthors.withColumn("core", col("core").plus(OF_AUTHORS))),
        HeldRow.VISIT,
        "actor",
        "core");
  }

  private Dataset<Row> groups(Dataset<Row> held) {
    return kept.keep(
        held.repartition(1)
            .mapPartitions(
                new GatheredGroups(
                    platform, bounds.mostHeld(), whole.totals(), day, bounds.lockstepSeconds()),
                Encoders.row(GatheredGroups.SCHEMA)));
  }

  private Dataset<Row> cores(Dataset<Row> pairs, boolean ofAuthors, String vertex) {
    CoreFinder finder = new CoreFinder(platform, bounds.mostHeld(), ofAuthors);
    return kept.keep(OneTask.of(HeldRows.edges(pairs), finder))
        .select(col("key").as(vertex), col("other").as("core"));
  }

  private Dataset<Row> tables(Dataset<Row> found) {
    Dataset<Row> names =
        niches
            .join(
                found
                    .where(col(GatheredGroups.NAMED).isNotNull())
                    .select(GatheredGroups.NAMED + ".*"),
                "niche")
            .select("author", "niche_id");
    Dataset<Row> noted =
        found.where(col(GatheredGroups.NOTED).isNotNull()).select(GatheredGroups.NOTED + ".*");
    Dataset<Row> ids = accounts.select(col("key").as("account"), col("text").as("id"));
    return found
        .where(col(GatheredGroups.NAMED).isNull().and(col(GatheredGroups.NOTED).isNull()))
        .select(FoundRow.TABLES.stream().map(t -> col(t.name())).toArray(Column[]::new))
        .unionByName(WideTables.niches(platform, names, ids))
        .unionByName(
            WideTables.accounts(platform, actors, names, noted, ids, bounds.leastEngagements()));
  }

  @Override
  public void close() {
    kept.close();
  }
}

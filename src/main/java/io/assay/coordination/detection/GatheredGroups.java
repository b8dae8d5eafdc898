package io.assay.coordination.detection;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Steps 2 to 9 once {@link FarmNeeds} asks for nothing more: the rows of the four tables of groups,
 * and what the rows of accounts and niches need. In: {@link HeldRow}. Out: {@link #SCHEMA}.
 */
public final class GatheredGroups extends GatheredTask {
  private static final long serialVersionUID = 1L;

  /** Column of an account of which there is more to say than that it is in no group. */
  public static final String NOTED = "noted";

  /** Column of a niche's name. */
  public static final String NAMED = "named";

  /** {@link FoundRow#SCHEMA}, {@link #NOTED} and {@link #NAMED}; one of them is not null. */
  public static final StructType SCHEMA =
      FoundRow.SCHEMA
          .add(
              NOTED,
              new StructType()
                  .add("key", DataTypes.LongType)
                  .add("score", DataTypes.DoubleType)
                  .add("group_id", DataTypes.StringType)
                  .add("mutual_pair_share", DataTypes.DoubleType)
                  .add("farm_hit_share", DataTypes.DoubleType))
          .add(
              NAMED,
              new StructType()
                  .add("niche", DataTypes.LongType)
                  .add("niche_id", DataTypes.StringType));

  private final CrawlTotals totals;
  private final long day;
  private final long lockstepMillis;

  /**
   * @param day of the run, by which new groups are named
   * @param lockstepSeconds between two shares of one object that are in step
   */
  public GatheredGroups(
      String platform, long most, CrawlTotals totals, LocalDate day, int lockstepSeconds) {
    super(platform, most);
    this.totals = totals;
    this.day = day.toEpochDay();
    this.lockstepMillis = 1_000L * lockstepSeconds;
  }

  @Override
  Iterator<Row> of(GatheredRows gathered) {
    CoordinationMethod method = CoordinationMethod.DEFAULT;
    LockstepRules lockstep = LockstepRules.within(lockstepMillis);
    GatheredCrawl crawl = new GatheredCrawl(gathered, totals);
    Needs needs = crawl.needs();
    PodSearch.FoundPods pods = PodFinder.in(crawl, needs);
    pods.pods().forEach(needs::accounts);
    List<FarmRefinement.Refined> farms = FarmNeeds.farms(crawl, pods.pods(), needs);
    if (!needs.met()) {
      throw new IllegalStateException(
          "events of " + platform() + " are missing that were to be gathered");
    }
    PlatformCrawl named = crawl.named(lockstep);
    Detection found =
        new Detector(crawl.events(), named.follows(), crawl.margins(), totals.background(), method)
            .judged(pods, farms, crawl.sums().byChance(crawl.margins()));
    PlatformSearch search = new PlatformSearch(platform(), named, found, method, lockstep, day);
    return Stream.of(
            search.ofGroups().map(GatheredGroups::widened), noted(search, found), named(search))
        .flatMap(rows -> rows)
        .iterator();
  }

  private static Row widened(Row found) {
    Object[] values = new Object[SCHEMA.size()];
    for (int i = 0; i < found.size(); i++) {
      values[i] = found.get(i);
    }
    return RowFactory.create(values);
  }

  private static Stream<Row> noted(PlatformSearch search, Detection found) {
    AccountScores scores = search.scores();
    double[] mutual = found.scores().mutualShare();
    double[] hits = found.scores().hitShare();
    long[] keys = search.accountKeys();
    return IntStream.range(0, scores.accounts())
        .filter(u -> scores.groupId(u) != null || mutual[u] > 0 || hits[u] > 0)
        .mapToObj(u -> row(NOTED, keys[u], scores.score(u), scores.groupId(u), mutual[u], hits[u]));
  }

  private static Stream<Row> named(PlatformSearch search) {
    return IntStream.range(0, search.niches().size())
        .mapToObj(c -> row(NAMED, (long) c, search.niches().get(c).text()));
  }

  private static Row row(String column, Object... values) {
    Object[] row = new Object[SCHEMA.size()];
    row[SCHEMA.fieldIndex(column)] = RowFactory.create(values);
    return RowFactory.create(row);
  }
}

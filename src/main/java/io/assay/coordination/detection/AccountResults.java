package io.assay.coordination.detection;

import static io.assay.contracts.CoordinationTables.ACCOUNT_COORDINATION;
import static io.assay.contracts.CoordinationTables.NICHE;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Rows of {@code gold.niche} and {@code gold.account_coordination}. */
public final class AccountResults {
  /** Why there is no share of what an account did. */
  public static final String NO_ENGAGEMENT = "it engaged no crawled post of others";

  private final String platform;
  private final PlatformCrawl crawl;
  private final Detection found;
  private final int leastEngagements;

  AccountResults(String platform, PlatformCrawl crawl, Detection found, int leastEngagements) {
    this.platform = platform;
    this.crawl = crawl;
    this.found = found;
    this.leastEngagements = leastEngagements;
  }

  /**
   * @param names of the niches
   */
  Stream<Row> niches(List<KeptNames.Name> names) {
    int[] sizes = new int[names.size()];
    for (int v = 0; v < crawl.events().authors(); v++) {
      if (found.niches().of(v) != Niches.NONE) {
        sizes[found.niches().of(v)]++;
      }
    }
    return IntStream.range(0, crawl.events().authors())
        .filter(v -> found.niches().of(v) != Niches.NONE)
        .mapToObj(
            v ->
                FoundRow.of(
                    NICHE,
                    FoundRow.in(NICHE)
                        .set("platform", platform)
                        .set("account_id", crawl.accounts().get(v).id())
                        .set("niche_id", names.get(found.niches().of(v)).text())
                        .set("authors", sizes[found.niches().of(v)])));
  }

  /**
   * @param scores that groups give
   * @param niches names of the niches
   */
  Stream<Row> accounts(AccountScores scores, List<KeptNames.Name> niches) {
    return IntStream.range(0, scores.accounts()).mapToObj(u -> account(u, scores, niches));
  }

  private Row account(int u, AccountScores scores, List<KeptNames.Name> niches) {
    Events events = crawl.events();
    int engagements = events.endOf(u) - events.firstOf(u);
    boolean nothing = engagements == 0 && scores.groupId(u) == null;
    boolean enough = engagements >= leastEngagements;
    int niche = u < events.authors() ? found.niches().of(u) : Niches.NONE;
    return FoundRow.of(
        ACCOUNT_COORDINATION,
        FoundRow.in(ACCOUNT_COORDINATION)
            .set("platform", platform)
            .set("account_id", crawl.accounts().get(u).id())
            .set("score", nothing ? null : scores.score(u))
            .set("group_id", scores.groupId(u))
            .set("engagements", engagements)
            .set("mutual_pair_share", enough ? found.scores().mutualShare()[u] : null)
            .set("farm_hit_share", enough ? found.scores().hitShare()[u] : null)
            .set("niche_id", niche == Niches.NONE ? null : niches.get(niche).text())
            .set("coordination_reason", enough ? null : reason(engagements)));
  }

  private String reason(int engagements) {
    return engagements == 0 ? NO_ENGAGEMENT : tooFew(leastEngagements);
  }

  /** Why there is no share of the little that an account did. */
  public static String tooFew(int leastEngagements) {
    return "it engaged fewer than " + leastEngagements + " crawled posts of others";
  }
}

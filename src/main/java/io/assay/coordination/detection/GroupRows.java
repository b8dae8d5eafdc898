package io.assay.coordination.detection;

import static io.assay.contracts.CoordinationTables.COORDINATED_GROUP;

import io.assay.contracts.RowLayout;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Rows of {@code gold.coordinated_group}: what each group is, and what it was judged by. */
final class GroupRows {
  private static final RowLayout PHRASES = RowLayout.elementOf(COORDINATED_GROUP, "stock_phrases");
  private static final int MOST_PHRASES = 5;
  private static final double NATS_TO_LOG10 = Math.log10(Math.E);

  private final String platform;
  private final PlatformCrawl crawl;
  private final Detection found;
  private final List<KeptNames.Name> niches;
  private final CoordinationMethod method;

  GroupRows(
      String platform,
      PlatformCrawl crawl,
      Detection found,
      List<KeptNames.Name> niches,
      CoordinationMethod method) {
    this.platform = platform;
    this.crawl = crawl;
    this.found = found;
    this.niches = niches;
    this.method = method;
  }

  Row of(NamedGroup named) {
    CoordinatedGroup group = named.group();
    GroupShape shape = group.shape();
    GroupSigns signs = group.signs();
    Latency all = found.background().latency();
    NicheShare niche = niche(group);
    boolean hub = group.hub().author() != Hub.NOBODY;
    int comments = signs.stock().comments();
    double chance = Coincidence.log10(group, found.margins().actors());
    return FoundRow.of(
        COORDINATED_GROUP,
        FoundRow.in(COORDINATED_GROUP)
            .set("platform", platform)
            .set("group_id", named.name().text())
            .set("kind", named.kind())
            .set("form", named.form())
            .set("accepted", group.isAccepted())
            .set("probability", group.probability())
            .set("verdict", verdict(group.verdict()))
            .set("sentence", GroupSentence.of(group, all, chance))
            .set("members", group.members().length)
            .set("targets", group.targets().length)
            .set("posts", named.posts(crawl.events()))
            .set("acts", (long) signs.events())
            .set("density", Math.min(1, shape.density()))
            .set("reciprocity", number(shape.reciprocity()))
            .set("acts_timed", shape.latency().timed())
            .set("latency_median", number(shape.latency().median()))
            .set("latency_median_of_all", number(all.median()))
            .set("latency_spread", number(shape.latency().quartileRatio()))
            .set("latency_spread_of_all", number(all.quartileRatio()))
            .set("unevenness", signs.unevenness().phi())
            .set("rate_variation", signs.unevenness().kappa())
            .set("delay_spread", signs.spread().ratio())
            .set("synchrony", signs.synchrony().ratio())
            .set("synchrony_pairs", signs.synchrony().pairs())
            .set("comments", (long) comments)
            .set("stock_share", comments == 0 ? null : (double) stock(named) / comments)
            .set("stock_share_of_all", number(found.background().stock()))
            .set("stock_phrases", phrases(group, named))
            .set("log10_likelihood_ratio", NATS_TO_LOG10 * nats(group))
            .set("log10_chance", chance)
            .set("niche_id", niche.id())
            .set("niche_share", niche.share())
            .set("hub_account_id", hub ? crawl.accounts().get(group.hub().author()).id() : null)
            .set("hub_chance", hub ? group.hub().chance() : null)
            .set("first_act_at", time(shape.firstSeen()))
            .set("last_act_at", time(shape.lastSeen()))
            .set("known_since", LocalDate.ofEpochDay(named.name().since()))
            .set("explanations", new GroupExplanations(group, method).rows()));
  }

  private static String verdict(Verdict verdict) {
    return verdict == Verdict.HUB ? "audience" : verdict.name().toLowerCase(Locale.ROOT);
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : Double.valueOf(value);
  }

  private static Instant time(long second) {
    return second == KnownPosts.UNKNOWN ? null : Instant.ofEpochSecond(second);
  }

  private static double nats(CoordinatedGroup group) {
    return group.pod().stream().mapToDouble(PodStanding::outwards).sum()
        + group.farm().stream().mapToDouble(FarmStanding::nats).sum();
  }

  private long stock(NamedGroup named) {
    return Arrays.stream(named.acts().events()).filter(crawl.events()::isStock).count();
  }

  /** The commonest of the members' stock comments on what they were judged by. */
  private List<Row> phrases(CoordinatedGroup group, NamedGroup named) {
    BitSet members = new BitSet();
    Arrays.stream(group.members()).forEach(members::set);
    BitSet posts = new BitSet();
    for (int e : named.acts().events()) {
      posts.set(crawl.events().post(e));
    }
    PlatformCrawl.StockComments stock = crawl.stock();
    Map<String, Long> counts = new HashMap<>();
    for (int i = 0; i < stock.actor().length; i++) {
      if (members.get(stock.actor()[i]) && posts.get(stock.post()[i])) {
        counts.merge(stock.phrases().get(stock.phrase()[i]), 1L, Long::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Long> c) -> -c.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_PHRASES)
        .map(c -> PHRASES.row().set("phrase", c.getKey()).set("comments", c.getValue()).row())
        .toList();
  }

  private record NicheShare(String id, Double share) {}

  private NicheShare niche(CoordinatedGroup group) {
    int[] authors = new int[found.niches().count()];
    int best = Niches.NONE;
    for (int target : group.targets()) {
      int niche = found.niches().of(target);
      if (niche != Niches.NONE) {
        authors[niche]++;
      }
    }
    for (int c = 0; c < authors.length; c++) {
      best = authors[c] > (best == Niches.NONE ? 0 : authors[best]) ? c : best;
    }
    return best == Niches.NONE
        ? new NicheShare(null, null)
        : new NicheShare(niches.get(best).text(), (double) authors[best] / group.targets().length);
  }
}

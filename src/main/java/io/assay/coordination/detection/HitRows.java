package io.assay.coordination.detection;

import static io.assay.contracts.CoordinationTables.COORDINATED_HIT;

import io.assay.statistics.PoissonTail;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Rows of {@code gold.coordinated_hit}: which posts a farm hit, and when. */
final class HitRows {
  private static final double LEAST_EXPECTED = 1e-9;

  private HitRows() {}

  static Stream<Row> of(String platform, PlatformCrawl crawl, NamedGroup named) {
    return named.group().hits().stream().map(hit -> row(platform, crawl, named, hit));
  }

  private static Row row(String platform, PlatformCrawl crawl, NamedGroup named, Hit hit) {
    boolean known = hit.window().isKnown();
    double log = PoissonTail.log(hit.hitters(), Math.max(LEAST_EXPECTED, hit.expected()));
    return FoundRow.of(
        COORDINATED_HIT,
        FoundRow.in(COORDINATED_HIT)
            .set("platform", platform)
            .set("group_id", named.name().text())
            .set("post_id", crawl.postIds().get(hit.post()))
            .set("account_id", crawl.accounts().get(hit.author()).id())
            .set("members", hit.hitters())
            .set("actors", crawl.events().actorsOn(hit.post()))
            .set("expected", hit.expected())
            .set("log10_chance", log / Math.log(10))
            .set("window_from", known ? hit.window().from() : null)
            .set("window_to", known ? hit.window().to() : null));
  }
}

package io.assay.workbench.worlds;

import io.assay.contracts.Feeds;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;

/** The crawl's sample of the follower graph, by follower; in the delivery of the day it began. */
final class FollowRows extends FeedRows {
  private static final long serialVersionUID = 1L;

  private final Following following;
  private final String platform;

  /** In one delivery. */
  FollowRows(Society society) {
    this(society, Deliveries.one(society));
  }

  FollowRows(Society society, Deliveries deliveries) {
    super(
        Feeds.FOLLOWS,
        List.of("platform", "follower_id", "account_id", "crawled_at", "followed_at"),
        society,
        deliveries);
    following = new Following(society);
    platform = society.world().population.platform().id();
  }

  @Override
  void of(int index, Consumer<Row> rows) {
    Person person = society.person(index);
    String follower = names.account(index);
    for (Map.Entry<Integer, Long> edge : following.of(person).entrySet()) {
      int creator = edge.getKey();
      long since = edge.getValue();
      int delivery = deliveries.of(since);
      boolean untimed =
          Rng.of(society.seed(), "untimed follow", index, creator)
              .chance(society.world().crawl.untimedFollows());
      rows.accept(
          row(delivery)
              .set("platform", platform)
              .set("follower_id", follower)
              .set("account_id", names.account(creator))
              .set("crawled_at", deliveries.sight(creator, since, delivery))
              .set("followed_at", untimed ? null : since)
              .row());
    }
  }
}

package io.assay.workbench.worlds;

import io.assay.contracts.Feeds;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;

/** The crawl's sample of the follower graph, by follower. */
final class FollowRows extends FeedRows {
  private static final long serialVersionUID = 1L;

  private final Following following;
  private final String platform;

  FollowRows(Society society) {
    super(
        Feeds.FOLLOWS,
        List.of("platform", "follower_id", "account_id", "crawled_at", "followed_at"),
        society);
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
      boolean untimed =
          Rng.of(society.seed(), "untimed follow", index, creator)
              .chance(society.world().crawl.untimedFollows());
      rows.accept(
          row()
              .set("platform", platform)
              .set("follower_id", follower)
              .set("account_id", names.account(creator))
              .set("crawled_at", society.nextSnapshot(creator, since))
              .set("followed_at", untimed ? null : since)
              .row());
    }
  }
}

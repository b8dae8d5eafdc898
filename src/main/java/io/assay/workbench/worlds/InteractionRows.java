package io.assay.workbench.worlds;

import io.assay.contracts.Feeds;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;

/**
 * What accounts did to posts, by actor, in the delivery of the day on which they did it. A crawler
 * sees it when it comes to the author the next time; the time itself is unknown for a share of the
 * likes and blurred where a crawl was batched.
 */
final class InteractionRows extends FeedRows {
  private static final long serialVersionUID = 1L;

  private final String platform;

  /** In one delivery. */
  InteractionRows(Society society) {
    this(society, Deliveries.one(society));
  }

  InteractionRows(Society society, Deliveries deliveries) {
    super(
        Feeds.INTERACTIONS,
        List.of(
            "platform",
            "post_id",
            "actor_id",
            "kind",
            "interaction_id",
            "actor_handle",
            "occurred_at",
            "crawled_at",
            "text"),
        society,
        deliveries);
    platform = society.world().population.platform().id();
  }

  @Override
  void of(int index, Consumer<Row> rows) {
    Person actor = society.person(index);
    String id = names.account(index);
    String handle = names.handle(actor);
    for (Engagement done : society.engagements(actor).sorted()) {
      int author = society.timeline().author(done.post());
      long occurred = deliveries.occurred(done);
      int delivery = deliveries.of(occurred);
      long crawled = deliveries.sight(author, done.second(), delivery);
      String post = names.post(done.post());
      if (done.like()) {
        Long known = timed(index, done.post()) ? occurred : null;
        rows.accept(
            row(delivery)
                .set("platform", platform)
                .set("post_id", post)
                .set("actor_id", id)
                .set("kind", "like")
                .set("actor_handle", handle)
                .set("occurred_at", known)
                .set("crawled_at", crawled)
                .row());
      }
      if (done.comment()) {
        String comment = names.comment(index, done.post());
        String text = WrittenTexts.comment(done, actor, society);
        rows.accept(
            row(delivery)
                .set("platform", platform)
                .set("post_id", post)
                .set("actor_id", id)
                .set("kind", "comment")
                .set("interaction_id", comment)
                .set("actor_handle", handle)
                .set("occurred_at", occurred)
                .set("crawled_at", crawled)
                .set("text", text)
                .row());
      }
    }
  }

  private boolean timed(int actor, int post) {
    double untimed = society.world().crawl.untimedLikes();
    return !Rng.of(society.seed(), "untimed", actor, post).chance(untimed);
  }
}

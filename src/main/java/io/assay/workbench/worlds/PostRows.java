package io.assay.workbench.worlds;

import io.assay.contracts.Feeds;
import io.assay.workbench.worlds.Gathering.Crowd;
import io.assay.workbench.worlds.Gathering.ShoutOut;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;

/**
 * Every post in each delivery from its day on, as it stood when its author was seen for it; so once
 * where there is one delivery.
 */
final class PostRows extends FeedRows {
  private static final long serialVersionUID = 1L;

  private static final double SPONSORED = 0.04;
  private static final int SOUNDS = 20_000;

  private final Totals crawled;

  /** In one delivery. */
  PostRows(Society society, Totals crawled) {
    this(society, crawled, Deliveries.one(society));
  }

  /**
   * @param crawled interactions that the crawl holds, for the counters to agree with
   */
  PostRows(Society society, Totals crawled, Deliveries deliveries) {
    super(
        Feeds.POSTS,
        List.of(
            "platform",
            "post_id",
            "account_id",
            "posted_at",
            "crawled_at",
            "media_type",
            "caption",
            "audio_id",
            "url",
            "language",
            "hashtags",
            "mentions",
            "likes",
            "comments",
            "shares",
            "saves",
            "views",
            "is_sponsored"),
        society,
        deliveries);
    this.crawled = crawled;
  }

  @Override
  void of(int index, Consumer<Row> rows) {
    if (index >= society.cast().layout().creators()) {
      return;
    }
    Person author = society.person(index);
    Purchase purchase = society.followers().purchase(author);
    boolean hidden = society.traits().hidesLikes(index);
    for (int k = 0; k < society.timeline().count(index); k++) {
      rows(author, k, purchase, hidden, rows);
    }
  }

  private void rows(Person author, int k, Purchase purchase, boolean hidden, Consumer<Row> rows) {
    PlatformProfile platform = society.world().population.platform();
    int post = society.timeline().post(author.index(), k);
    Rng rng = Rng.of(society.seed(), "post", post);
    int media = rng.choose(platform.media.shares());
    String type = platform.media.types()[media];
    boolean sponsored = rng.chance(SPONSORED);
    String mentioned = mentioned(author, k, sponsored, rng);
    List<String> tags = new ArrayList<>(WrittenTexts.hashtags(author, rng));
    announce(author, post, tags);
    PostCounters last = PostCounters.of(author, post, society, crawled, media, sponsored, purchase);
    String id = names.post(post);
    String caption = WrittenTexts.caption(author, tags, mentioned, rng);
    String sound =
        type.equals("short_video") ? "sound-" + (int) StrictMath.pow(SOUNDS, rng.uniform()) : null;
    long posted = society.timeline().posted(post);
    long likes = 0;
    long comments = 0;
    for (int delivery = deliveries.of(posted); delivery < deliveries.count(); delivery++) {
      long seen = deliveries.sight(author.index(), delivery);
      likes += crawled.likes(post, delivery);
      comments += crawled.comments(post, delivery);
      PostCounters counters =
          delivery == deliveries.last()
              ? last
              : last.before(
                  PostCounters.ripened(seen - posted)
                      / PostCounters.ripened(author.seen() - posted),
                  crawled.likes(post) - likes,
                  crawled.comments(post) - comments,
                  crawled.likes(post),
                  crawled.comments(post));
      rows.accept(
          row(delivery)
              .set("platform", platform.id())
              .set("post_id", id)
              .set("account_id", names.account(author.index()))
              .set("posted_at", posted)
              .set("crawled_at", seen)
              .set("media_type", type)
              .set("caption", caption)
              .set("audio_id", sound)
              .set("url", "https://" + platform.id() + ".example/p/" + id)
              .set("language", Languages.vocabulary(author.language()).id())
              .set("hashtags", tags.isEmpty() ? null : tags)
              .set("mentions", mentioned == null ? null : List.of(mentioned))
              .set("likes", hidden ? null : counters.likes())
              .set("comments", counters.comments())
              .set("shares", counters.shares())
              .set("saves", counters.saves())
              .set("views", counters.views())
              .set("is_sponsored", sponsored)
              .row());
    }
  }

  /** The brand of a sponsored post, or whom a curator shows; null for nobody. */
  private String mentioned(Person author, int k, boolean sponsored, Rng rng) {
    if (author.role() == PlayedRole.CURATOR) {
      ShoutOut shoutOut = society.cast().shoutOuts().get(author.group());
      int target = shoutOut.mentioned(k);
      if (target >= 0) {
        return names.handle(society.person(target));
      }
    }
    return sponsored ? Vocabulary.BRANDS.get(rng.below(Vocabulary.BRANDS.size())) : null;
  }

  /** Hosts say what is going on. */
  private void announce(Person author, int post, List<String> tags) {
    if (author.role() != PlayedRole.GIVEAWAY_HOST && author.role() != PlayedRole.NEWS_SOURCE) {
      return;
    }
    for (Crowd crowd : society.cast().crowds()) {
      if (crowd.host() == author.index() && crowd.post(society.timeline()) == post) {
        tags.add(crowd.giveaway() ? "giveaway" : "breaking");
      }
    }
  }
}

package io.assay.workbench.worlds;

import io.assay.contracts.Feeds;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;

/**
 * Every account, once for each time it was seen, the oldest sighting first: before the first
 * delivery as often as the world says, then in every delivery that sees it.
 */
final class AccountRows extends FeedRows {
  private static final long serialVersionUID = 1L;

  private static final double CREATORS_WITH_BIO = 0.92;
  private static final double PEOPLE_WITH_BIO = 0.7;
  private static final double BUSINESS = 0.3;

  /** In one delivery. */
  AccountRows(Society society) {
    this(society, Deliveries.one(society));
  }

  AccountRows(Society society, Deliveries deliveries) {
    super(
        Feeds.ACCOUNTS,
        List.of(
            "platform",
            "account_id",
            "crawled_at",
            "handle",
            "display_name",
            "bio",
            "external_url",
            "category",
            "country",
            "language",
            "followers",
            "followings",
            "posts_count",
            "likes_received",
            "is_verified",
            "is_private",
            "is_business",
            "has_picture",
            "created_at"),
        society,
        deliveries);
  }

  @Override
  void of(int index, Consumer<Row> rows) {
    Person person = society.person(index);
    for (int back = society.snapshots(index) - 1; back >= 0; back--) {
      long second = society.snapshot(index, back);
      if (second > person.created() && second < deliveries.start(0)) {
        rows.accept(row(person, second, 0));
      }
    }
    for (int delivery = 0; delivery < deliveries.count(); delivery++) {
      long second = deliveries.sight(index, delivery);
      if (second > person.created() && deliveries.sees(index, delivery)) {
        rows.accept(row(person, second, delivery));
      }
    }
  }

  private Row row(Person person, long second, int delivery) {
    PlatformProfile platform = society.world().population.platform();
    Rng rng = Rng.of(society.seed(), "profile", person.index());
    boolean creator = person.role().creator;
    boolean linked = rng.chance(creator ? 0.35 : 0.04);
    String handle = names.handle(person);
    long followers = society.followers().at(person, second);
    long posts = society.followings().posts(person, second);
    return row(delivery)
        .set("platform", platform.id())
        .set("account_id", names.account(person.index()))
        .set("crawled_at", second)
        .set("handle", handle)
        .set("display_name", names.display(person))
        .set("bio", bio(person, rng))
        .set("external_url", linked ? "https://" + handle + ".example/" : null)
        .set(
            "category",
            creator && rng.chance(0.9)
                ? Vocabulary.CATEGORIES.get(Niche.category(person.niche()))
                : null)
        .set("country", Languages.vocabulary(person.language()).countries.get(person.country()))
        .set("language", Languages.vocabulary(person.language()).id())
        .set("followers", followers)
        .set(
            "followings",
            platform == PlatformProfile.YOUTUBE ? null : society.followings().at(person, second))
        .set("posts_count", posts)
        .set(
            "likes_received",
            platform == PlatformProfile.TIKTOK && creator
                ? (long) (person.typicalEngagement() * posts)
                : null)
        .set("is_verified", rng.chance(verified(followers)))
        .set("is_private", society.traits().isPrivate(person.index()))
        .set("is_business", person.role() == PlayedRole.BRAND || creator && rng.chance(BUSINESS))
        .set("has_picture", rng.chance(pictured(person)))
        .set("created_at", person.created())
        .row();
  }

  private static String bio(Person person, Rng rng) {
    double has =
        switch (person.look()) {
          case THROWAWAY -> 0.12;
          case NEW -> 0.4;
          case PERSONAL -> person.role().creator ? CREATORS_WITH_BIO : PEOPLE_WITH_BIO;
        };
    if (!rng.chance(has)) {
      return null;
    }
    List<String> bios = Languages.vocabulary(person.language()).bios;
    String bio = bios.get(rng.below(bios.size()));
    return rng.chance(0.6)
        ? bio + " " + Vocabulary.EMOJI.get(rng.below(Vocabulary.EMOJI.size()))
        : bio;
  }

  private static double pictured(Person person) {
    return switch (person.look()) {
      case THROWAWAY -> 0.35;
      case NEW -> 0.8;
      case PERSONAL -> person.role().creator ? 0.985 : 0.93;
    };
  }

  private static double verified(long followers) {
    return followers > 1_000_000 ? 0.8 : followers > 100_000 ? 0.25 : 0.005;
  }
}

package io.assay.coordination.detection;

/**
 * The sampling of steps 5 and 5b, and what chance makes of it: hashes of keys, so that what
 * accomplices keep overlaps wherever and whenever it is drawn.
 */
public final class SharingSample {
  private static final long POST_SALT = 7;
  private static final long ACTOR_SALT = 3;
  private static final long AUTHOR_SALT = 11;

  private SharingSample() {}

  /**
   * Whether an actor keeps a post.
   *
   * @param all posts of the actor
   */
  public static boolean keepsPost(SharingRules rules, long post, int all) {
    return keeps(rules, post, POST_SALT, all);
  }

  /**
   * Whether an actor keeps the author of an excursion.
   *
   * @param all authors of its excursions
   */
  public static boolean keepsAuthor(SharingRules rules, long author, int all) {
    return keeps(rules, author, AUTHOR_SALT, all);
  }

  private static boolean keeps(SharingRules rules, long object, long salt, int all) {
    return all <= rules.perActor()
        || StableHash.uniform(StableHash.of(object, salt)) < (double) rules.perActor() / all;
  }

  /** Where an actor stands: a post keeps it if that is below the share that it {@link #kept}. */
  public static double ofActor(long actor) {
    return StableHash.uniform(StableHash.of(actor, ACTOR_SALT));
  }

  /**
   * Share of its actors that a post keeps.
   *
   * @param actors of the post
   */
  public static double kept(SharingRules rules, int actors) {
    return Math.min(1, (double) rules.perObject() / Math.max(1, actors));
  }

  /**
   * How many of the actors that a post keeps another would keep as well by chance.
   *
   * @param weight of the kept actors: the sum of their shares of everything
   * @param size events on the other post
   * @param keptOther share of its actors that the other post keeps
   * @param kept share of its actors that the post keeps
   */
  public static double rate(double weight, int size, double keptOther, double kept) {
    return weight * size * Math.min(1, keptOther / kept);
  }
}

package io.assay.workbench.worlds;

import io.assay.workbench.worlds.Engagement.Manner;
import io.assay.workbench.worlds.Engagement.Tone;

/**
 * What people do of their own accord: they engage with the posts of a few favourites, with what
 * their niche likes, and with what everybody likes, soon or late, mostly by day.
 */
final class Organic implements Behaviour {
  private static final long serialVersionUID = 1L;

  private static final int LEAST_FAVOURITES = 2;
  private static final int MOST_FAVOURITES = 6;
  private static final double ALSO_LIKES = 0.5;

  /** Nobody does more of his own accord: one in ten waking minutes of sixty days. */
  private static final int MOST = 5_000;

  private final Society society;
  private final Attention attention;
  private final ActivitySettings activity;
  private final Manner manner;

  Organic(Society society, Attention attention) {
    this.society = society;
    this.attention = attention;
    activity = society.world().activity;
    manner = manner(activity);
  }

  /** How people engage unless something moves them. */
  static Manner manner(ActivitySettings activity) {
    return new Manner(activity.commentShare(), ALSO_LIKES, activity.genericShare(), Tone.SPECIFIC);
  }

  @Override
  public void act(Person actor, EngagementsOfActor done) {
    Rng rng = Rng.of(society.seed(), "organic", actor.index());
    int[] favourites = favourites(actor);
    double expected = activity.engagementsPerAccount() * actor.activity();
    int count = rng.count(Math.min(expected, MOST));
    for (int i = 0; i < count; i++) {
      int post = post(actor, favourites, rng);
      done.add(manner.engage(post, later(actor, post, activity, society, rng), false, rng));
    }
  }

  /** Creators that an account likes best, perhaps one twice. */
  int[] favourites(Person actor) {
    Rng rng = Rng.of(society.seed(), "favourites", actor.index());
    int[] favourites =
        new int[LEAST_FAVOURITES + rng.below(MOST_FAVOURITES - LEAST_FAVOURITES + 1)];
    for (int i = 0; i < favourites.length; i++) {
      favourites[i] = society.timeline().author(attention.popular(actor.niche(), rng));
    }
    return favourites;
  }

  /** A creator whom the account comes across. */
  int met(Person actor, Rng rng) {
    boolean abroad = rng.chance(activity.crossNicheShare());
    int post = abroad ? attention.popular(rng) : attention.popular(actor.niche(), rng);
    return society.timeline().author(post);
  }

  /** When somebody engages with a post whom nothing hurries. */
  static long later(Person actor, int post, ActivitySettings activity, Society society, Rng rng) {
    return Rhythm.after(
        society.timeline().posted(post),
        activity.delayHours() * 3_600,
        activity.delaySpread(),
        actor,
        rng);
  }

  private int post(Person actor, int[] favourites, Rng rng) {
    if (rng.chance(activity.loyalShare())) {
      return attention.of(favourites[rng.below(favourites.length)], rng);
    }
    return rng.chance(activity.crossNicheShare())
        ? attention.popular(rng)
        : attention.popular(actor.niche(), rng);
  }
}

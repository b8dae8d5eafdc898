package io.assay.workbench.worlds;

import io.assay.workbench.worlds.Engagement.Manner;

/**
 * Members of pods and workers of farms hide what they do among engagements with strangers' posts:
 * popular ones, as everybody's are, or random ones, which is easier to program.
 */
final class Camouflage implements Behaviour {
  private static final long serialVersionUID = 1L;

  /** Of one account; who did more would stand out by that. */
  static final int MOST = 800;

  private final Society society;
  private final Attention attention;
  private final Manner manner;

  Camouflage(Society society, Attention attention) {
    this.society = society;
    this.attention = attention;
    manner = Organic.manner(society.world().activity);
  }

  @Override
  public void act(Person actor, EngagementsOfActor done) {
    int count = amount(actor, done.planted(), society.cast());
    if (count == 0) {
      return;
    }
    boolean popular =
        actor.role() == PlayedRole.POD_MEMBER
            ? society.cast().pods().get(actor.group()).popular()
            : society.cast().farms().get(actor.group()).popular();
    ActivitySettings activity = society.world().activity;
    Rng rng = Rng.of(society.seed(), "camouflage", actor.index());
    for (int i = 0; i < count; i++) {
      int post = popular ? attention.popular(rng) : attention.any(rng);
      long second = Organic.later(actor, post, activity, society, rng);
      done.addHiding(manner.engage(post, second, false, rng));
    }
  }

  /** EngagementsOfActor that are to hide so many planted ones. */
  private static int amount(Person actor, int planted, Cast cast) {
    double multiple =
        switch (actor.role()) {
          case POD_MEMBER -> cast.pods().get(actor.group()).camouflage();
          case FARM_WORKER -> cast.farms().get(actor.group()).camouflage();
          default -> 0;
        };
    return (int) Math.min(MOST, Math.round(multiple * planted));
  }
}

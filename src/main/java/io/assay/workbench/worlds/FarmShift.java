package io.assay.workbench.worlds;

import io.assay.workbench.worlds.Engagement.Manner;
import io.assay.workbench.worlds.Engagement.Tone;

/**
 * Workers of a farm hit its targets' newest posts, all within one burst, at whatever hour the order
 * came in. Customers paid for it; victims are hit so that customers do not stand out.
 */
final class FarmShift implements Behaviour {
  private static final long serialVersionUID = 1L;

  /** A hit begins within so many seconds after the post. */
  private static final long WITHIN = People.DAY;

  /** Workers differ in how reliable they are: some are blocked for a while. */
  private static final double DUTY_SPREAD = 0.12;

  private static final double ALSO_LIKES = 0.8;

  private final Society society;
  private final Manner manner;

  FarmShift(Society society) {
    this.society = society;
    FarmSettings s = society.world().farms;
    manner = new Manner(s.commentShare(), ALSO_LIKES, s.genericShare(), Tone.COPIED);
  }

  @Override
  public void act(Person actor, EngagementsOfActor done) {
    if (actor.role() != PlayedRole.FARM_WORKER) {
      return;
    }
    Farm farm = society.cast().farms().get(actor.group());
    Rng rng = Rng.of(society.seed(), "farm shift", actor.index());
    double reliable = rng.share(farm.participation(), DUTY_SPREAD);
    for (int i = 0; i < farm.customers().size(); i++) {
      hit(farm.customers().member(i), farm.postsHit(), farm, reliable, rng, done);
    }
    for (int i = 0; i < farm.victims().size(); i++) {
      hit(farm.victims().member(i), farm.victimPostsHit(), farm, reliable, rng, done);
    }
  }

  private void hit(
      int target, int posts, Farm farm, double reliable, Rng rng, EngagementsOfActor done) {
    int there = society.timeline().count(target);
    for (int k = Math.max(0, there - posts); k < there; k++) {
      if (rng.chance(reliable)) {
        int post = society.timeline().post(target, k);
        long second = begins(post, farm) + (long) Math.ceil(rng.uniform() * farm.burstSeconds());
        done.add(manner.engage(post, second, true, rng));
      }
    }
  }

  /** When a post's hit begins, the same for all workers: early enough to be seen by the crawler. */
  long begins(int post, Farm farm) {
    long posted = society.timeline().posted(post);
    long seen = society.seen(society.timeline().author(post));
    double room = Math.max(0, Math.min(WITHIN, seen - posted - farm.burstSeconds()));
    return posted + (long) (room * Rng.of(society.seed(), "hit", post).uniform());
  }
}

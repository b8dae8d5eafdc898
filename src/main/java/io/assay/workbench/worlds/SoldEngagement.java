package io.assay.workbench.worlds;

import io.assay.workbench.worlds.Engagement.Manner;
import io.assay.workbench.worlds.Engagement.Tone;

/** Bought followers hardly engage: a seller lets some of them do so now and then. */
final class SoldEngagement implements Behaviour {
  private static final long serialVersionUID = 1L;

  private static final double MEDIAN_SECONDS = 12 * 3_600;
  private static final double SPREAD = 1.2;
  private static final Manner MANNER = new Manner(0.05, 0.9, 0.9, Tone.SPECIFIC);

  private final Society society;

  SoldEngagement(Society society) {
    this.society = society;
  }

  @Override
  public void act(Person actor, EngagementsOfActor done) {
    if (actor.role() != PlayedRole.BOUGHT_FOLLOWER) {
      return;
    }
    Sale sale = society.cast().sales().get(actor.group());
    Timeline timeline = society.timeline();
    Rng rng = Rng.of(society.seed(), "sold", actor.index());
    for (int i = 0; i < sale.customers().size(); i++) {
      int customer = sale.customers().member(i);
      for (int k = 0; k < timeline.count(customer); k++) {
        if (rng.chance(sale.engage())) {
          int post = timeline.post(customer, k);
          long after = (long) Math.ceil(rng.logNormal(MEDIAN_SECONDS, SPREAD));
          done.add(MANNER.engage(post, timeline.posted(post) + after, true, rng));
        }
      }
    }
  }
}

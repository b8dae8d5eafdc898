package io.assay.workbench.worlds;

import io.assay.workbench.worlds.Engagement.Manner;
import io.assay.workbench.worlds.Engagement.Tone;

/**
 * Creators who grow by being seen: day after day they go through the hashtags of their niche and
 * beyond, like what they find and leave remarks, many of which would fit any post. Nobody asked
 * them to, and nobody pays them back; they do as much as members of large pods.
 */
final class Networking implements Behaviour {
  private static final long serialVersionUID = 1L;

  private static final double OWN_NICHE = 0.3;
  private static final Manner MANNER = new Manner(0.35, 0.8, 0.5, Tone.SPECIFIC);

  private final Society society;
  private final Attention attention;

  Networking(Society society, Attention attention) {
    this.society = society;
    this.attention = attention;
  }

  @Override
  public void act(Person actor, EngagementsOfActor done) {
    if (actor.role() != PlayedRole.NETWORKER) {
      return;
    }
    Rng rng = Rng.of(society.seed(), "networking", actor.index());
    int actions = actions(actor);
    ActivitySettings activity = society.world().activity;
    for (int i = 0; i < actions; i++) {
      int post = rng.chance(OWN_NICHE) ? attention.popular(actor.niche(), rng) : attention.any(rng);
      long second = Organic.later(actor, post, activity, society, rng);
      done.add(MANNER.engage(post, second, false, rng));
    }
  }

  /** EngagementsOfActor within the world's days, besides those of everybody. */
  private int actions(Person actor) {
    Layout layout = society.cast().layout();
    LatinHypercube spread =
        new LatinHypercube(society.seed(), "networkers", layout.count(PlayedRole.NETWORKER));
    Span actions = society.world().lookAlikes.networkerActions();
    int position = layout.position(actor.index());
    return (int) Math.round(spread.logarithmic(actions, "actions", position));
  }
}

package io.assay.workbench.worlds;

import io.assay.workbench.worlds.Engagement.Manner;
import io.assay.workbench.worlds.Engagement.Tone;
import io.assay.workbench.worlds.Gathering.Crowd;

/**
 * Posts that people of all niches come to: giveaways, whose visitors all write what the rules ask
 * for and among whom the same hunters turn up each time, and breaking news, within the hour.
 */
final class CrowdVisits implements Behaviour {
  private static final long serialVersionUID = 1L;

  /** Probability that a hunter finds a giveaway. */
  static final double HUNT = 0.12;

  private static final double GIVEAWAY_SECONDS = 8 * 3_600;
  private static final double NEWS_SECONDS = 3_600;
  private static final Manner ENTRY = new Manner(0.8, 0.9, 0.1, Tone.ENTRY);
  private static final Manner NEWS = new Manner(0.2, 0.6, 0.4, Tone.SPECIFIC);

  private final Society society;

  CrowdVisits(Society society) {
    this.society = society;
  }

  @Override
  public void act(Person actor, EngagementsOfActor done) {
    Timeline timeline = society.timeline();
    Rng rng = Rng.of(society.seed(), "crowds", actor.index());
    for (Crowd crowd : society.cast().crowds()) {
      if (!rng.chance(turnout(crowd, actor))) {
        continue;
      }
      int post = crowd.post(timeline);
      double mean = crowd.giveaway() ? GIVEAWAY_SECONDS : NEWS_SECONDS;
      long arrives = timeline.posted(post) + (long) Math.ceil(rng.exponential(mean));
      Manner manner = crowd.giveaway() ? ENTRY : NEWS;
      done.add(manner.engage(post, Rhythm.awake(arrives, actor, rng), false, rng));
    }
  }

  /** Who is about more often hears of it more often. */
  private static double turnout(Crowd crowd, Person actor) {
    boolean hunts = crowd.giveaway() && actor.role() == PlayedRole.GIVEAWAY_HUNTER;
    return Math.min(1, crowd.turnout() * actor.activity()) + (hunts ? HUNT : 0);
  }
}

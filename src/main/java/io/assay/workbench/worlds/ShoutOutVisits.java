package io.assay.workbench.worlds;

import io.assay.workbench.worlds.Engagement.Manner;
import io.assay.workbench.worlds.Engagement.Tone;
import io.assay.workbench.worlds.Gathering.ShoutOut;

/**
 * A curator's followers look at whom the curator mentions: within hours, many of the same accounts
 * turn up under the newest post of somebody they never met before, and again when another is
 * mentioned. Nobody paid them.
 */
final class ShoutOutVisits implements Behaviour {
  private static final long serialVersionUID = 1L;

  /** Probability that a follower engages with a post of the curator. */
  private static final double LOYALTY = 0.2;

  private static final double MEAN_SECONDS = 3_600;
  private static final double CURATOR_SPREAD = 1.8;

  private static final Manner MANNER = new Manner(0.12, 0.6, 0.4, Tone.SPECIFIC);

  private final Society society;

  ShoutOutVisits(Society society) {
    this.society = society;
  }

  @Override
  public void act(Person actor, EngagementsOfActor done) {
    if (actor.role() != PlayedRole.SHOUT_OUT_AUDIENCE) {
      return;
    }
    ShoutOut shoutOut = society.cast().shoutOuts().get(actor.group());
    Timeline timeline = society.timeline();
    Rng rng = Rng.of(society.seed(), "shout out", actor.index());
    for (int k = 0; k < timeline.count(shoutOut.curator()); k++) {
      int mention = timeline.post(shoutOut.curator(), k);
      if (rng.chance(LOYALTY)) {
        long second =
            Rhythm.after(timeline.posted(mention), MEAN_SECONDS, CURATOR_SPREAD, actor, rng);
        done.add(MANNER.engage(mention, second, false, rng));
      }
      int shown = shown(shoutOut, k, timeline);
      if (shown >= 0 && rng.chance(shoutOut.response())) {
        long after = (long) Math.ceil(rng.exponential(MEAN_SECONDS));
        long second = Rhythm.awake(timeline.posted(mention) + after, actor, rng);
        done.add(MANNER.engage(shown, second, false, rng));
      }
    }
  }

  /** The post to which the curator's k-th post leads; negative if to none. */
  static int shown(ShoutOut shoutOut, int k, Timeline timeline) {
    int target = shoutOut.mentioned(k);
    if (target < 0) {
      return -1;
    }
    long moment = timeline.posted(timeline.post(shoutOut.curator(), k));
    return timeline.newestBefore(target, moment, ShoutOut.FRESH_DAYS);
  }
}

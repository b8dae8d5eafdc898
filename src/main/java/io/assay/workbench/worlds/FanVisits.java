package io.assay.workbench.worlds;

import io.assay.workbench.worlds.Engagement.Manner;
import io.assay.workbench.worlds.Engagement.Tone;
import io.assay.workbench.worlds.Gathering.FanClub;

/** Fans engage with nearly everything of their idol, fast, many with words they used before. */
final class FanVisits implements Behaviour {
  private static final long serialVersionUID = 1L;

  private static final double MEDIAN_SECONDS = 20 * 60;
  private static final double SPREAD = 1.2;

  /** Some fans are keener than others. */
  private static final double KEENNESS_SPREAD = 0.15;

  private static final Manner MANNER = new Manner(0.25, 0.8, 0.45, Tone.SPECIFIC);

  private final Society society;

  FanVisits(Society society) {
    this.society = society;
  }

  @Override
  public void act(Person actor, EngagementsOfActor done) {
    if (actor.role() != PlayedRole.FAN) {
      return;
    }
    FanClub club = society.cast().fanClubs().get(actor.group());
    Timeline timeline = society.timeline();
    Rng rng = Rng.of(society.seed(), "fan", actor.index());
    double keen = rng.share(club.participation(), KEENNESS_SPREAD);
    for (int k = 0; k < timeline.count(club.idol()); k++) {
      if (rng.chance(keen)) {
        int post = timeline.post(club.idol(), k);
        long second = Rhythm.after(timeline.posted(post), MEDIAN_SECONDS, SPREAD, actor, rng);
        done.add(MANNER.engage(post, second, false, rng));
      }
    }
  }
}

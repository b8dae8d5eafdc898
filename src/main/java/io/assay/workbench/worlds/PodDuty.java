package io.assay.workbench.worlds;

import io.assay.workbench.worlds.Engagement.Manner;
import io.assay.workbench.worlds.Engagement.Tone;

/**
 * Members of a pod engage the posts of the other members and are engaged in return. They are told
 * of a new post at once: those of fast pods let software react, which does not sleep; those of slow
 * ones do it by hand, when they are awake.
 */
final class PodDuty implements Behaviour {
  private static final long serialVersionUID = 1L;

  /** Standard deviation of ln(delay) within a pod. */
  private static final double DELAY_SPREAD = 1;

  /** Who reacts faster than this, on the whole, does not do it by hand. */
  private static final double SOFTWARE_SECONDS = 300;

  /** Members differ in how dutiful they are. */
  private static final double DUTY_SPREAD = 0.12;

  private static final double ALSO_LIKES = 0.9;

  private final Society society;
  private final Manner manner;

  PodDuty(Society society) {
    this.society = society;
    PodSettings s = society.world().pods;
    manner = new Manner(s.commentShare(), ALSO_LIKES, s.genericShare(), Tone.SPECIFIC);
  }

  @Override
  public void act(Person actor, EngagementsOfActor done) {
    if (actor.role() != PlayedRole.POD_MEMBER) {
      return;
    }
    Pod pod = society.cast().pods().get(actor.group());
    Rng rng = Rng.of(society.seed(), "pod duty", actor.index());
    double dutiful = rng.share(pod.participation(), DUTY_SPREAD);
    Timeline timeline = society.timeline();
    for (int i = 0; i < pod.members().size(); i++) {
      int author = pod.members().member(i);
      for (int k = 0; author != actor.index() && k < timeline.count(author); k++) {
        if (rng.chance(dutiful)) {
          int post = timeline.post(author, k);
          long second = reacts(timeline.posted(post), pod, actor, rng);
          done.add(manner.engage(post, second, true, rng));
        }
      }
    }
  }

  private static long reacts(long posted, Pod pod, Person actor, Rng rng) {
    if (pod.delaySeconds() < SOFTWARE_SECONDS) {
      return posted + (long) Math.ceil(rng.logNormal(pod.delaySeconds(), DELAY_SPREAD));
    }
    return Rhythm.after(posted, pod.delaySeconds(), DELAY_SPREAD, actor, rng);
  }
}

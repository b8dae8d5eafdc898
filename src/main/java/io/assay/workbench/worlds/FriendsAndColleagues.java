package io.assay.workbench.worlds;

import io.assay.workbench.worlds.Engagement.Manner;
import io.assay.workbench.worlds.Engagement.Tone;
import io.assay.workbench.worlds.Gathering.Clique;
import io.assay.workbench.worlds.Gathering.Staff;

/**
 * People who know each other. Friends who publish engage each other's posts as pods do, with short
 * remarks, but unevenly: everybody has closer friends and others. Employees engage with what their
 * brand publishes, as its fans do.
 */
final class FriendsAndColleagues implements Behaviour {
  private static final long serialVersionUID = 1L;

  /** Of the tie between two friends, about the circle's mean. */
  private static final double TIE_SPREAD = 0.25;

  /** Some circles are faster than others: half react within one hour, half within three. */
  private static final double FAST_SECONDS = 3_600;

  private static final double SLOW_SECONDS = 3 * 3_600;
  private static final double FRIENDS_SPREAD = 1.6;
  private static final Manner FRIENDS = new Manner(0.35, 0.8, 0.45, Tone.SPECIFIC);

  private static final double KEENNESS_SPREAD = 0.15;
  private static final double EMPLOYEES_SECONDS = 45 * 60;
  private static final double EMPLOYEES_SPREAD = 1.3;
  private static final Manner EMPLOYEES = new Manner(0.2, 0.9, 0.5, Tone.SPECIFIC);

  private final Society society;

  FriendsAndColleagues(Society society) {
    this.society = society;
  }

  @Override
  public void act(Person actor, EngagementsOfActor done) {
    if (actor.role() == PlayedRole.CLIQUE_MEMBER) {
      befriend(actor, society.cast().cliques().get(actor.group()), done);
    } else if (actor.role() == PlayedRole.EMPLOYEE) {
      work(actor, society.cast().staffs().get(actor.group()), done);
    }
  }

  private void befriend(Person actor, Clique clique, EngagementsOfActor done) {
    boolean fast = Rng.of(society.seed(), "clique pace", actor.group()).chance(0.5);
    double median = fast ? FAST_SECONDS : SLOW_SECONDS;
    Rng rng = Rng.of(society.seed(), "clique", actor.index());
    for (int i = 0; i < clique.members().size(); i++) {
      int friend = clique.members().member(i);
      if (friend != actor.index()) {
        double tie = tie(actor.index(), friend, clique.ties());
        visit(actor, friend, tie, median, FRIENDS_SPREAD, FRIENDS, rng, done);
      }
    }
  }

  /** Half of it is common to both, so friendship is mutual, though not equally strong. */
  double tie(int actor, int friend, double mean) {
    int low = Math.min(actor, friend);
    int high = Math.max(actor, friend);
    double common = Rng.of(society.seed(), "tie", low, high).share(mean, TIE_SPREAD);
    double own = Rng.of(society.seed(), "one-sided tie", actor, friend).share(mean, TIE_SPREAD);
    return (common + own) / 2;
  }

  private void work(Person actor, Staff staff, EngagementsOfActor done) {
    Rng rng = Rng.of(society.seed(), "employee", actor.index());
    double keen = rng.share(staff.participation(), KEENNESS_SPREAD);
    visit(actor, staff.brand(), keen, EMPLOYEES_SECONDS, EMPLOYEES_SPREAD, EMPLOYEES, rng, done);
  }

  private void visit(
      Person actor,
      int author,
      double probability,
      double median,
      double spread,
      Manner manner,
      Rng rng,
      EngagementsOfActor done) {
    Timeline timeline = society.timeline();
    for (int k = 0; k < timeline.count(author); k++) {
      if (rng.chance(probability)) {
        int post = timeline.post(author, k);
        long second = Rhythm.after(timeline.posted(post), median, spread, actor, rng);
        done.add(manner.engage(post, second, false, rng));
      }
    }
  }
}

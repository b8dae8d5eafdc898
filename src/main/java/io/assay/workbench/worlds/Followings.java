package io.assay.workbench.worlds;

import java.io.Serializable;

/** How many accounts an account follows, and how many posts it shows, at a moment. */
final class Followings implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What platforms allow. */
  static final double MOST = 7_500;

  /** Creators follow 450 at 1,000 followers, fewer the larger they are. */
  private static final double CREATORS = 450;

  private static final double CREATORS_SLOPE = -0.1;
  static final double AUDIENCE = 350;
  private static final double SPREAD = 0.8;
  private static final double DAILY_MASS = 35;

  /** Days in which a follow–unfollow bot follows, and then unfollows again. */
  private static final double TURN_DAYS = 7;

  private static final double LEFT_AFTER_TURN = 0.35;

  /** Weekly change of people's followings, natural log: up 0.2 % at the median. */
  private static final double DRIFT = 0.002;

  private static final double DRIFT_DEVIATION = 0.006;

  /** Share of people who, within the world's days, tidy up whom they follow or go on a spree. */
  private static final double TURNOVER_SHARE = 0.05;

  /** Of these, natural log of the largest change. */
  private static final double MOST_TURNOVER = 0.7;

  private final Society society;

  Followings(Society society) {
    this.society = society;
  }

  long at(Person person, long second) {
    Rng rng = Rng.of(society.seed(), "followings", person.index());
    double daysBack = (person.seen() - second) / (double) People.DAY;
    double count =
        switch (person.role()) {
          case MASS_FOLLOWER ->
              rng.uniform(3_000, MOST) - DAILY_MASS * (0.5 + rng.uniform()) * daysBack;
          case FOLLOW_UNFOLLOW -> turning(rng.uniform(1_200, 5_000), rng.uniform(), daysBack);
          case BOUGHT_FOLLOWER -> drifted(rng.logNormal(900, SPREAD), daysBack, rng);
          default -> drifted(ordinary(person, rng), daysBack, rng);
        };
    return Math.round(Math.max(0, Math.min(MOST, count)));
  }

  private static double ordinary(Person person, Rng rng) {
    if (person.role().creator) {
      double typical =
          CREATORS * StrictMath.pow(Math.max(person.reach(), 1) / 1_000, CREATORS_SLOPE);
      return rng.logNormal(typical, SPREAD);
    }
    return switch (person.look()) {
      case NEW -> rng.logNormal(AUDIENCE / 4, SPREAD);
      case THROWAWAY -> rng.logNormal(AUDIENCE, 1.1);
      case PERSONAL -> rng.logNormal(AUDIENCE, SPREAD);
    };
  }

  /** What it was days before: everybody's changes, or any change would prove a bot. */
  private double drifted(double now, double daysBack, Rng rng) {
    double change = (DRIFT + DRIFT_DEVIATION * rng.normal()) * daysBack / 7;
    boolean turnover = rng.chance(TURNOVER_SHARE);
    double size = rng.uniform(-MOST_TURNOVER, MOST_TURNOVER);
    boolean before = daysBack > society.world().population.days() * rng.uniform();
    return now * StrictMath.exp(-change - (turnover && before ? size : 0));
  }

  /** Up within a turn, down within the next. */
  private static double turning(double most, double phase, double daysBack) {
    double turn = (daysBack / TURN_DAYS + 2 * phase) % 2;
    double height = turn < 1 ? turn : 2 - turn;
    return most * (LEFT_AFTER_TURN + (1 - LEFT_AFTER_TURN) * height);
  }

  /** Posts that the profile counts; those within the world's days are in the crawl. */
  long posts(Person person, long second) {
    Rng rng = Rng.of(society.seed(), "older posts", person.index());
    if (person.role().creator) {
      long older = (long) rng.logNormal(120, 1.2);
      return older + society.timeline().countBy(person.index(), second);
    }
    return switch (person.look()) {
      case THROWAWAY -> rng.below(4);
      case NEW -> rng.below(10);
      case PERSONAL -> (long) rng.logNormal(25, 1.2);
    };
  }
}

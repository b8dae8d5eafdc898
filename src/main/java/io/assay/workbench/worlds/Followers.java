package io.assay.workbench.worlds;

import java.io.Serializable;

/**
 * How many follow an account at a moment: people, who come and go slowly or flock to whoever has a
 * great day, and those who were bought.
 */
final class Followers implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final double WEEK = 7 * People.DAY;

  /** Weekly growth, natural log: 0.3 % at the median; a good quarter of accounts shrinks. */
  private static final double GROWTH = 0.003;

  private static final double GROWTH_DEVIATION = 0.005;
  private static final double WOBBLE = 0.0008;

  /** How fast people come after a great day, seconds. */
  private static final double FAME_SECONDS = 3 * People.DAY;

  /** Largest share of followers whom one post brought. */
  private static final double MOST_FAME = 0.7;

  private final Society society;

  Followers(Society society) {
    this.society = society;
  }

  /** What the account itself bought. */
  Purchase purchase(Person person) {
    Layout layout = society.cast().layout();
    int buyer = layout.position(person.index());
    int buyers = layout.count(person.role());
    return switch (person.role()) {
      case FOLLOWERS_BUYER -> Purchase.ofFollowers(society.world(), society.seed(), buyer, buyers);
      case LIKES_BUYER -> Purchase.ofLikes(society.world(), society.seed(), buyer, buyers);
      default -> Purchase.NONE;
    };
  }

  long at(Person person, long second) {
    Purchase purchase = purchase(person);
    double day = (second - society.start()) / (double) People.DAY;
    double bought = person.reach() * purchase.followers() * purchase.arrived(day);
    return Math.round(honest(person, second) + bought);
  }

  private double honest(Person person, long second) {
    if (person.look() == Person.Look.THROWAWAY) {
      return person.reach();
    }
    if (person.look() == Person.Look.NEW) {
      double life = person.seen() - person.created();
      return person.reach() * (second - person.created()) / life;
    }
    Rng rng = Rng.of(society.seed(), "growth", person.index());
    double weekly = GROWTH + GROWTH_DEVIATION * rng.normal();
    double weeksBack = (person.seen() - second) / WEEK;
    double wobble = 1 + WOBBLE * Rng.of(society.seed(), "wobble", person.index(), second).normal();
    return person.reach()
        * StrictMath.exp(-weekly * weeksBack)
        * wobble
        * known(person, second)
        * Rise.share(society.world(), society.seed(), person, second);
  }

  /** Share of the final followers who had come by then, because of one great day. */
  private double known(Person person, long second) {
    int post = greatDay(person);
    if (post < 0) {
      return 1;
    }
    double gain = gain(person, post);
    double since = second - society.timeline().posted(post);
    double arrived = since <= 0 ? 0 : 1 - StrictMath.exp(-since / FAME_SECONDS);
    return 1 - gain * (1 - arrived);
  }

  /** The post that brought an account many followers at once; negative if none did. */
  private int greatDay(Person person) {
    Timeline timeline = society.timeline();
    if (!person.role().creator) {
      return -1;
    }
    return switch (person.role()) {
      case GIVEAWAY_HOST, NEWS_SOURCE ->
          society.cast().crowds().stream()
              .filter(c -> c.host() == person.index())
              .findFirst()
              .orElseThrow()
              .post(timeline);
      default -> society.traits().viral(person.index()) ? timeline.best(person.index()) : -1;
    };
  }

  private double gain(Person person, int post) {
    double u = Rng.of(society.seed(), "fame", person.index()).uniform();
    return switch (person.role()) {
      case GIVEAWAY_HOST -> 0.03 + 0.12 * u;
      case NEWS_SOURCE -> 0.01 + 0.06 * u;
      default -> Math.min(MOST_FAME, society.timeline().factor(post) * (0.003 + 0.017 * u));
    };
  }
}

package io.assay.workbench.worlds;

import io.assay.workbench.worlds.Person.Look;
import java.io.Serializable;

/** What is true of each account, as a function of its index: nothing is kept. */
final class People implements Serializable {
  private static final long serialVersionUID = 1L;

  static final long DAY = 86_400;

  private static final double AUDIENCE_FOLLOWERS = 250;
  private static final double AUDIENCE_SPREAD = 1.1;
  private static final double LEAST_CREATOR = 100;
  private static final double CELEBRITY = 1e6;
  private static final double MOST_FOLLOWERS = 60e6;
  static final double CREATORS_ACTIVITY = 2;
  private static final double CELEBRITY_EXPONENT = 1.2;

  /** Members of a niche who write in its main language. */
  private static final double MAIN_LANGUAGE = 0.85;

  /** Niches differ in size: the first holds most. */
  private static final double NICHE_SKEW = 1.3;

  private final World world;
  private final long seed;
  private final long crawlDay;
  private final Cast cast;

  /**
   * @param crawlDay start of the crawl's day in seconds since 1970
   */
  People(World world, long seed, long crawlDay, Cast cast) {
    this.world = world;
    this.seed = seed;
    this.crawlDay = crawlDay;
    this.cast = cast;
  }

  Person of(int index) {
    PlayedRole role = cast.layout().role(index);
    int group = cast.layout().group(index);
    Rng rng = Rng.of(seed, "person", index);
    Look look = look(role, rng);
    int niche = niche(index, role, group);
    int language = rng.chance(MAIN_LANGUAGE) ? nicheLanguage(niche) : Languages.any(rng);
    int country = rng.below(Languages.COUNTRIES);
    double reach = look == Look.THROWAWAY ? rng.below(60) : reach(role, rng);
    PlatformProfile.Rate rate = world.population.platform().rate;
    return new Person(
        index,
        role,
        group,
        niche,
        language,
        country,
        Languages.utcOffset(language, country),
        reach,
        rate.typical(reach) * rng.logNormal(1, rate.betweenAccounts()),
        activity(role, look, rng),
        look,
        created(look, rng),
        seen(index));
  }

  /** When the crawler last saw the account; cheaper than the whole person. */
  long seen(int index) {
    return crawlDay + Rng.of(seed, "seen", index).below((int) DAY);
  }

  /** Position of the language that most of a niche write in. */
  int nicheLanguage(int niche) {
    return Languages.any(Rng.of(seed, "niche language", niche));
  }

  private int niche(int index, PlayedRole role, int group) {
    int given =
        switch (role) {
          case POD_MEMBER -> cast.pods().get(group).niche();
          case CLIQUE_MEMBER -> cast.cliques().get(group).niche();
          case FAN -> niche(cast.fanClubs().get(group).idol());
          case EMPLOYEE -> niche(cast.staffs().get(group).brand());
          case SHOUT_OUT_AUDIENCE, SHOUTED_OUT -> niche(cast.shoutOuts().get(group).curator());
          default -> -1;
        };
    return given >= 0 ? given : niche(index);
  }

  private int niche(int index) {
    double u = Rng.of(seed, "niche", index).uniform();
    return (int) (world.population.niches() * StrictMath.pow(u, NICHE_SKEW));
  }

  private Look look(PlayedRole role, Rng rng) {
    double throwaway =
        switch (role) {
          case FARM_WORKER -> 1 - world.farms.hijacked();
          case BOUGHT_FOLLOWER -> 1;
          case COMMENT_TEMPLATE, REGULAR_INTERVAL, ROUND_THE_CLOCK -> 0.5;
          default -> 0;
        };
    boolean thrown = rng.chance(throwaway);
    return thrown ? Look.THROWAWAY : role == PlayedRole.NEW_ACCOUNT ? Look.NEW : Look.PERSONAL;
  }

  private double reach(PlayedRole role, Rng rng) {
    if (role == PlayedRole.CELEBRITY) {
      return CELEBRITY * rng.pareto(CELEBRITY_EXPONENT, MOST_FOLLOWERS / CELEBRITY);
    }
    if (role.creator) {
      return creatorReach(rng);
    }
    double median =
        switch (role) {
          case MASS_FOLLOWER, FOLLOW_UNFOLLOW -> 4 * AUDIENCE_FOLLOWERS;
          case NEW_ACCOUNT -> AUDIENCE_FOLLOWERS / 6;
          default -> AUDIENCE_FOLLOWERS;
        };
    return Math.min(rng.logNormal(median, AUDIENCE_SPREAD), CELEBRITY - 1);
  }

  /** Log-normal as the platform's, of those below a million: who has more is a celebrity. */
  private double creatorReach(Rng rng) {
    PlatformProfile.Size size = world.population.platform().size;
    double reach;
    do {
      reach = rng.logNormal(StrictMath.exp(size.logMedian()), size.deviation());
    } while (reach >= CELEBRITY);
    return Math.max(reach, LEAST_CREATOR);
  }

  /** Bots that act on their own schedule have nothing else to do; who publishes is often about. */
  private double activity(PlayedRole role, Look look, Rng rng) {
    double spread = world.activity.activitySpread();
    double usual = rng.logNormal(StrictMath.exp(-spread * spread / 2), spread);
    double share =
        switch (role) {
          case FARM_WORKER -> look == Look.THROWAWAY ? 0.1 : 0.7;
          case BOUGHT_FOLLOWER -> 0.02;
          case COMMENT_TEMPLATE, REGULAR_INTERVAL, ROUND_THE_CLOCK -> 0.05;
          case MASS_FOLLOWER, FOLLOW_UNFOLLOW -> 0.3;
          case NEW_ACCOUNT, PRIVATE_ACCOUNT -> 0.6;
          case FAN, EMPLOYEE -> 0.7;
          default -> role.creator ? CREATORS_ACTIVITY : 1;
        };
    return share * usual;
  }

  /** Throwaways are made for the job, shortly before; people have been there for up to 11 years. */
  private long created(Look look, Rng rng) {
    int days = world.population.days();
    double age =
        switch (look) {
          case THROWAWAY -> days + 1 + rng.uniform(0, 60);
          case NEW -> 14 + rng.uniform(0, days);
          case PERSONAL -> days + 200 + rng.uniform(0, 11 * 365.25);
        };
    return crawlDay - (long) (age * DAY);
  }
}

package io.assay.workbench.worlds;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A world come to life under a seed: who is who, which posts there are and what each account does.
 * Everything is a function of world, seed, date and index; what is kept (groups, the timeline of
 * posts) is what all need and is bounded by the world file. It is made on the driver and sent to
 * every task.
 */
public final class Society implements Serializable {
  private static final long serialVersionUID = 1L;

  private final World world;
  private final long seed;
  private final long crawlDay;
  private final Cast cast;
  private final People people;
  private final Traits traits;
  private final Timeline timeline;
  private final int[] niches;
  private final int[] batchSeconds;
  private final Permutation places;
  private final Permutation postNumbers;
  private final List<Behaviour> behaviours;
  private final Organic organic;
  private final Followers followers;
  private final Followings followings;

  private Society(World world, long seed, LocalDate crawlDate) {
    this.world = world;
    this.seed = seed;
    crawlDay = crawlDate.toEpochDay() * People.DAY;
    cast = Cast.of(world, seed);
    people = new People(world, seed, crawlDay, cast);
    traits = new Traits(world, seed, cast.layout());
    timeline = Publishing.timeline(world, seed, crawlDay, people, traits);
    niches = new int[world.population.creatorCount()];
    batchSeconds = new int[niches.length];
    for (int a = 0; a < niches.length; a++) {
      niches[a] = people.of(a).niche();
      batchSeconds[a] = traits.batchSeconds(a);
    }
    places = new Permutation(world.accounts(), Rng.of(seed, "places", 0).bits());
    postNumbers = new Permutation(timeline.posts(), Rng.of(seed, "post numbers", 0).bits());
    Attention attention = new Attention(world, timeline, niches);
    followers = new Followers(this);
    followings = new Followings(this);
    organic = new Organic(this, attention);
    behaviours =
        List.of(
            organic,
            new FanVisits(this),
            new ShoutOutVisits(this),
            new CrowdVisits(this),
            new FriendsAndColleagues(this),
            new PodDuty(this),
            new FarmShift(this),
            new Networking(this, attention),
            new BotRoutine(this, attention),
            new SoldEngagement(this),
            // Last, since it hides what the others did.
            new Camouflage(this, attention));
  }

  /**
   * @throws io.assay.contracts.UserError if the date is none of a crawl
   */
  public static Society of(World world, long seed, LocalDate crawlDate) {
    CrawlDate.require(crawlDate);
    return new Society(world, seed, crawlDate);
  }

  /** What there is in this world, the planted first. */
  public List<LabelledSort> kinds() {
    return LabelledSort.all(cast.layout());
  }

  public int posts() {
    return timeline.posts();
  }

  World world() {
    return world;
  }

  long seed() {
    return seed;
  }

  /** Start of the crawl's day in seconds since 1970. */
  long crawlDay() {
    return crawlDay;
  }

  /** First second of the days that the crawl covers. */
  long start() {
    return crawlDay - world.population.days() * People.DAY;
  }

  Cast cast() {
    return cast;
  }

  Traits traits() {
    return traits;
  }

  Timeline timeline() {
    return timeline;
  }

  Person person(int index) {
    return people.of(index);
  }

  /** When the crawler last saw an account and its posts. */
  long seen(int index) {
    return people.seen(index);
  }

  /** Niche of a creator. */
  int niche(int creator) {
    return niches[creator];
  }

  /** Seconds to whose multiples the times of a creator's events were rounded up. */
  int batchSeconds(int creator) {
    return batchSeconds[creator];
  }

  /** The account at a place in the files; ids follow from places, which tell nothing of roles. */
  int atPlace(int place) {
    return places.inverse(place);
  }

  int place(int index) {
    return places.of(index);
  }

  /** Number of a post from which its id follows. */
  int postNumber(int post) {
    return postNumbers.of(post);
  }

  /** Everything that an account does with posts. */
  EngagementsOfActor engagements(Person actor) {
    EngagementsOfActor done = new EngagementsOfActor(actor, this);
    behaviours.forEach(behaviour -> behaviour.act(actor, done));
    return done;
  }

  Organic organic() {
    return organic;
  }

  Followers followers() {
    return followers;
  }

  Followings followings() {
    return followings;
  }

  /** How often the crawler saw the account. */
  int snapshots(int index) {
    boolean creator = index < cast.layout().creators();
    return creator ? world.crawl.snapshots() : world.crawl.audienceSnapshots();
  }

  /** When the account was seen, {@code back} snapshots before the last. */
  long snapshot(int index, int back) {
    return seen(index) - back * world.crawl.snapshotDays() * People.DAY;
  }

  /** The first snapshot of an account at or after a second that lies before its last one. */
  long nextSnapshot(int index, long second) {
    int back = snapshots(index) - 1;
    while (back > 0 && snapshot(index, back) < second) {
      back--;
    }
    return snapshot(index, back);
  }
}

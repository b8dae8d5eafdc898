package io.assay.workbench.worlds;

import io.assay.settings.Section;
import java.io.Serializable;

/**
 * A world file, validated: who lives in it, what people do and which fraud is planted. {@code
 * conf/worlds/default.yaml} explains every key.
 */
public final class World implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A crawl of more interactions would not be a test any more, and fill disks by a slip. */
  static final double MAX_INTERACTIONS = 200e6;

  /** The driver and every task hold all posts, some 100 bytes each. */
  static final double MAX_POSTS = 10e6;

  final String name;
  final Population population;
  final ActivitySettings activity;
  final CrawlHabits crawl;
  final PodSettings pods;
  final FarmSettings farms;
  final BoughtSettings.BoughtLikes boughtLikes;
  final BoughtSettings.BoughtFollowers boughtFollowers;
  final BotSettings bots;
  final LookAlikeSettings lookAlikes;

  private World(String name, Section root) {
    this.name = name;
    population = Population.read(root.section("population"));
    activity = ActivitySettings.read(root.section("activity"));
    crawl = CrawlHabits.read(root.section("crawl"));
    pods = PodSettings.read(root.section("pods"));
    farms = FarmSettings.read(root.section("farms"));
    boughtLikes = BoughtSettings.BoughtLikes.read(root.section("bought_likes"));
    boughtFollowers = BoughtSettings.BoughtFollowers.read(root.section("bought_followers"));
    bots = BotSettings.read(root.section("bots"));
    lookAlikes = LookAlikeSettings.read(root.section("look_alikes"));
    root.end();
  }

  /** Reads the tree; what is wrong is noted in the section's problems. */
  static World read(String name, Section root) {
    return new World(name, root);
  }

  /** The file's name without its ending; it stands in the labels. */
  public String name() {
    return name;
  }

  public int accounts() {
    return population.accounts();
  }

  /** Accounts that a share of all accounts amounts to. */
  int count(double share) {
    return (int) Math.round(share * population.accounts());
  }

  /** Organic interactions that the crawl is to hold, before rounding and double choices. */
  double organicInteractions() {
    double creators = population.creatorCount() * (People.CREATORS_ACTIVITY - 1);
    return activity.engagementsPerAccount() * (population.accounts() + creators);
  }
}

package io.assay.workbench.worlds;

import io.assay.settings.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with values that are fine one by one. */
final class WorldCheck {
  private final World world;
  private final List<Problem> problems = new ArrayList<>();

  private WorldCheck(World world) {
    this.world = world;
  }

  static List<Problem> problems(World world) {
    WorldCheck check = new WorldCheck(world);
    check.groups();
    if (check.problems.isEmpty()) {
      check.room();
    }
    if (check.problems.isEmpty()) {
      check.volume();
    }
    return check.problems;
  }

  private void groups() {
    LookAlikeSettings alike = world.lookAlikes;
    int creators = world.population.creatorCount();
    if (world.pods.share() > 0 && world.pods.size().high() > creators) {
      problems.add(
          new Problem(
              "pods.size",
              text(world.pods.size()),
              "no more than the creators, population.creators = " + creators));
    }
    fits("pods", world.pods.share(), world.pods.size(), "size");
    fits("farms", world.farms.share(), world.farms.size(), "size");
    fits("bought_followers", world.boughtFollowers.share(), world.boughtFollowers.size(), "size");
    fits("look_alikes", alike.fans(), alike.fanClubSize(), "fan_club_size");
    fits("look_alikes", alike.shoutOutAudience(), alike.shoutOutSize(), "shout_out_size");
    fits("look_alikes", alike.cliques(), alike.cliqueSize(), "clique_size");
    fits("look_alikes", alike.employees(), alike.brandSize(), "brand_size");
  }

  /** A share too small for one group would silently plant nothing. */
  private void fits(String section, double share, Span size, String key) {
    int members = world.count(share);
    if (share > 0 && members < size.low()) {
      problems.add(
          new Problem(
              section + "." + key,
              text(size),
              "at least one group: the share " + share + " makes " + members + " accounts"));
    }
  }

  /** The roles do not depend on the seed, only who plays which parameter. */
  private void room() {
    Layout layout = Cast.of(world, 0).layout();
    room("population.creators", "creators", layout.creators(), layout.takenCreators());
    room(
        "population.accounts",
        "accounts that are not creators",
        world.accounts() - layout.creators(),
        layout.takenAudience());
  }

  private void room(String key, String who, int there, int taken) {
    if (taken > there) {
      problems.add(
          new Problem(
              key,
              there + " " + who,
              "at least " + taken + ": the shares of all kinds together ask for so many"));
    }
  }

  private void volume() {
    Volume volume = new Volume(world);
    atMost("population.accounts", "interactions", volume.interactions(), World.MAX_INTERACTIONS);
    atMost("activity.posts_per_creator", "posts", volume.posts(), World.MAX_POSTS);
    atMost("activity.follows_per_account", "follows", volume.follows(), World.MAX_INTERACTIONS);
    atMost("crawl.snapshots", "account rows", volume.accountRows(), World.MAX_INTERACTIONS);
  }

  private void atMost(String key, String what, double expected, double most) {
    if (expected > most) {
      problems.add(
          new Problem(
              key,
              String.format(Locale.ROOT, "about %.0f %s", expected, what),
              String.format(Locale.ROOT, "numbers that make at most %.0f", most)));
    }
  }

  private static String text(Span span) {
    return "[" + span.low() + ", " + span.high() + "]";
  }
}

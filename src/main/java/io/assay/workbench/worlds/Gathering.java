package io.assay.workbench.worlds;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Innocents who act together. */
final class Gathering {
  private Gathering() {}

  /**
   * Fans of one creator.
   *
   * @param participation probability that a fan engages with a post of the idol
   */
  record FanClub(Team fans, int idol, double participation) implements Serializable {

    static List<FanClub> plan(World world, long seed, Layout layout) {
      LookAlikeSettings s = world.lookAlikes;
      int[] sizes = LatinHypercube.sizes(world.count(s.fans()), s.fanClubSize());
      LatinHypercube spread = new LatinHypercube(seed, "fan club", sizes.length);
      List<Team> fans = layout.take(PlayedRole.FAN, sizes);
      List<Team> idols = layout.takeSingles(PlayedRole.IDOL, sizes.length);
      List<FanClub> clubs = new ArrayList<>();
      for (int g = 0; g < sizes.length; g++) {
        double participation = spread.linear(s.fanParticipation(), "participation", g);
        clubs.add(new FanClub(fans.get(g), idols.get(g).first(), participation));
      }
      return clubs;
    }
  }

  /**
   * A curator's followers, who visit the creators that the curator mentions.
   *
   * @param targets who are mentioned
   * @param response probability that a follower visits
   */
  record ShoutOut(Team audience, int curator, Team targets, double response)
      implements Serializable {

    /** A curator does not show anything older. */
    static final int FRESH_DAYS = 21;

    static List<ShoutOut> plan(World world, long seed, Layout layout) {
      LookAlikeSettings s = world.lookAlikes;
      int[] sizes = LatinHypercube.sizes(world.count(s.shoutOutAudience()), s.shoutOutSize());
      LatinHypercube spread = new LatinHypercube(seed, "shout out", sizes.length);
      List<Team> audiences = layout.take(PlayedRole.SHOUT_OUT_AUDIENCE, sizes);
      List<Team> curators = layout.takeSingles(PlayedRole.CURATOR, sizes.length);
      List<Team> targets =
          layout.take(PlayedRole.SHOUTED_OUT, spread.wholes(s.shoutOutTargets(), "targets"));
      List<ShoutOut> all = new ArrayList<>();
      for (int g = 0; g < sizes.length; g++) {
        double response = spread.linear(s.shoutOutResponse(), "response", g);
        all.add(new ShoutOut(audiences.get(g), curators.get(g).first(), targets.get(g), response));
      }
      return all;
    }

    /** Whom the curator's k-th post mentions: nobody in every other, else the targets by turns. */
    int mentioned(int k) {
      return k % 2 == 0 ? -1 : targets.member(k / 2 % targets.size());
    }
  }

  /**
   * Friends or colleagues of one niche.
   *
   * @param ties average probability that one engages with another's post
   */
  record Clique(Team members, double ties, int niche) implements Serializable {

    static List<Clique> plan(World world, long seed, Layout layout) {
      LookAlikeSettings s = world.lookAlikes;
      int[] sizes = LatinHypercube.sizes(world.count(s.cliques()), s.cliqueSize());
      LatinHypercube spread = new LatinHypercube(seed, "clique", sizes.length);
      List<Team> members = layout.take(PlayedRole.CLIQUE_MEMBER, sizes);
      List<Clique> cliques = new ArrayList<>();
      for (int g = 0; g < sizes.length; g++) {
        int niche = Rng.of(seed, "clique niche", g).below(world.population.niches());
        cliques.add(new Clique(members.get(g), spread.linear(s.cliqueTies(), "ties", g), niche));
      }
      return cliques;
    }
  }

  /**
   * A brand and its keen employees.
   *
   * @param participation probability that an employee engages with a post of the brand
   */
  record Staff(Team employees, int brand, double participation) implements Serializable {

    static List<Staff> plan(World world, long seed, Layout layout) {
      LookAlikeSettings s = world.lookAlikes;
      int[] sizes = LatinHypercube.sizes(world.count(s.employees()), s.brandSize());
      LatinHypercube spread = new LatinHypercube(seed, "staff", sizes.length);
      List<Team> employees = layout.take(PlayedRole.EMPLOYEE, sizes);
      List<Team> brands = layout.takeSingles(PlayedRole.BRAND, sizes.length);
      List<Staff> staffs = new ArrayList<>();
      for (int g = 0; g < sizes.length; g++) {
        double participation = spread.linear(s.employeeParticipation(), "participation", g);
        staffs.add(new Staff(employees.get(g), brands.get(g).first(), participation));
      }
      return staffs;
    }
  }

  /**
   * A post that everybody comes to.
   *
   * @param host its author
   * @param giveaway whether it is a giveaway, or news
   * @param turnout probability that an account comes
   */
  record Crowd(int host, boolean giveaway, double turnout) implements Serializable {

    static List<Crowd> plan(World world, long seed, Layout layout) {
      LookAlikeSettings s = world.lookAlikes;
      List<Crowd> crowds = new ArrayList<>();
      for (boolean giveaway : new boolean[] {true, false}) {
        int count = world.count(giveaway ? s.giveaways() : s.breakingNews());
        PlayedRole role = giveaway ? PlayedRole.GIVEAWAY_HOST : PlayedRole.NEWS_SOURCE;
        LatinHypercube spread = new LatinHypercube(seed, role.name(), count);
        List<Team> hosts = layout.takeSingles(role, count);
        for (int g = 0; g < count; g++) {
          crowds.add(
              new Crowd(hosts.get(g).first(), giveaway, spread.linear(s.crowd(), "turnout", g)));
        }
      }
      return crowds;
    }

    /** The post in question, one of the host's older ones, so that the crowd has had time. */
    int post(Timeline timeline) {
      return timeline.post(host, timeline.count(host) / 3);
    }
  }
}

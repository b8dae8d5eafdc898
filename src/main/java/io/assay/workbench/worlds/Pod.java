package io.assay.workbench.worlds;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Creators who engage each other's posts by agreement.
 *
 * @param members who
 * @param participation probability that a member engages with another's post
 * @param delaySeconds median delay
 * @param camouflage further engagements as a multiple of those for the pod
 * @param popular whether camouflage prefers popular posts
 * @param niche of all members; negative if they come from everywhere
 */
record Pod(
    Team members,
    double participation,
    double delaySeconds,
    double camouflage,
    boolean popular,
    int niche)
    implements Serializable {

  static List<Pod> plan(World world, long seed, Layout layout) {
    PodSettings s = world.pods;
    int[] sizes = LatinHypercube.sizes(world.count(s.share()), s.size());
    LatinHypercube spread = new LatinHypercube(seed, "pod", sizes.length);
    List<Team> teams = layout.take(PlayedRole.POD_MEMBER, sizes);
    List<Pod> pods = new ArrayList<>();
    for (int g = 0; g < sizes.length; g++) {
      boolean everywhere = spread.quantile("niches", g) < s.crossNiche();
      int niche = Rng.of(seed, "pod niche", g).below(world.population.niches());
      pods.add(
          new Pod(
              teams.get(g),
              spread.linear(s.participation(), "participation", g),
              spread.logarithmic(s.delaySeconds(), "delay", g),
              spread.linear(s.camouflage(), "camouflage", g),
              spread.quantile("popular", g) < 0.5,
              everywhere ? -1 : niche));
    }
    return pods;
  }
}

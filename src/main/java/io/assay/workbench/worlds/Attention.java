package io.assay.workbench.worlds;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Whose posts people come across: by niche, each in proportion to the attention it draws. */
final class Attention implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Posts with their weights added up. */
  private record Shelf(int[] posts, double[] upTo) implements Serializable {

    static Shelf of(List<Integer> posts, Timeline timeline) {
      double[] upTo = new double[posts.size()];
      double sum = 0;
      for (int i = 0; i < upTo.length; i++) {
        sum += timeline.weight(posts.get(i));
        upTo[i] = sum;
      }
      return new Shelf(posts.stream().mapToInt(Integer::intValue).toArray(), upTo);
    }

    double total() {
      return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    int draw(Rng rng) {
      double wanted = rng.uniform() * total();
      int low = 0;
      int high = upTo.length - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (upTo[middle] <= wanted) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return posts[low];
    }
  }

  private final Timeline timeline;
  private final Shelf all;
  private final List<Shelf> niches = new ArrayList<>();

  /**
   * @param nicheOf niche of each creator
   */
  Attention(World world, Timeline timeline, int[] nicheOf) {
    this.timeline = timeline;
    List<Integer> every = new ArrayList<>();
    List<List<Integer>> byNiche = new ArrayList<>();
    for (int n = 0; n < world.population.niches(); n++) {
      byNiche.add(new ArrayList<>());
    }
    for (int a = 0; a < nicheOf.length; a++) {
      for (int k = 0; k < timeline.count(a); k++) {
        every.add(timeline.post(a, k));
        byNiche.get(nicheOf[a]).add(timeline.post(a, k));
      }
    }
    all = Shelf.of(every, timeline);
    byNiche.forEach(posts -> niches.add(Shelf.of(posts, timeline)));
  }

  /** A post in proportion to its popularity. */
  int popular(Rng rng) {
    return all.draw(rng);
  }

  /** A popular post of the niche or, if nobody publishes there, of any. */
  int popular(int niche, Rng rng) {
    Shelf shelf = niches.get(niche);
    return shelf.total() > 0 ? shelf.draw(rng) : all.draw(rng);
  }

  /** Any post, popular or not. */
  int any(Rng rng) {
    return all.posts()[rng.below(all.posts().length)];
  }

  /** A post of one author. */
  int of(int creator, Rng rng) {
    return timeline.post(creator, rng.below(timeline.count(creator)));
  }
}

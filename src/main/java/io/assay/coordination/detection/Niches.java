package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Step 1: which authors share an audience. Found among authors by label propagation over each one's
 * nearest, by the audience of actors who publish nothing and come to no posts together beyond what
 * everybody's activity explains, since neither pods nor farms must define their own niche; niches
 * of few authors count as none.
 */
final class Niches {
  /** Niche of an author without one. */
  static final int NONE = -1;

  private final int[] ofAuthor;
  private final int count;

  /**
   * @param ofAuthor niche of each author, from 0, or {@link #NONE}
   */
  Niches(int[] ofAuthor) {
    this.ofAuthor = ofAuthor;
    this.count = Arrays.stream(ofAuthor).max().orElse(NONE) + 1;
  }

  /** No author has a niche. */
  static Niches none(int authors) {
    int[] none = new int[authors];
    Arrays.fill(none, NONE);
    return new Niches(none);
  }

  /**
   * @param suspects accounts whose engagements do not count
   */
  static Niches find(Events events, NicheRules rules, BitSet suspects) {
    return of(
        new NearestAuthors(new AudienceSample(events, rules, suspects), rules).graph(), rules);
  }

  /**
   * @param nearest each author joined to those whose audiences are most like its own
   */
  static Niches of(Graph nearest, NicheRules rules) {
    int[] labels = LabelPropagation.everyRound(nearest, rules.rounds());
    return new Niches(numbered(labels, rules.leastAuthors()));
  }

  /** Labels that many share, numbered in the order of their smallest author; others none. */
  private static int[] numbered(int[] labels, int least) {
    int[] sizes = new int[labels.length];
    for (int label : labels) {
      sizes[label]++;
    }
    int[] number = new int[labels.length];
    Arrays.fill(number, NONE);
    int next = 0;
    int[] niche = new int[labels.length];
    for (int v = 0; v < labels.length; v++) {
      int label = labels[v];
      if (sizes[label] >= least && number[label] == NONE) {
        number[label] = next++;
      }
      niche[v] = number[label];
    }
    return niche;
  }

  int of(int author) {
    return ofAuthor[author];
  }

  int count() {
    return count;
  }

  /** Niche of each author, or {@link #NONE}. */
  int[] toArray() {
    return ofAuthor.clone();
  }
}

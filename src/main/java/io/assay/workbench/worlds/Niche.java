package io.assay.workbench.worlds;

import java.util.List;

/**
 * What a community writes about: a subject, its hashtag in the language of whoever writes, and
 * hashtags of its own that nobody outside uses.
 */
final class Niche {

  /**
   * By position of a hashtag in {@link Vocabulary}: positions of the subjects that belong to it.
   */
  private static final int[][] SUBJECTS = {
    {3}, {2, 6}, {1}, {0, 8}, {5}, {7}, {9}, {4, 11}, {10, 6}, {1, 11}, {0, 9}, {4}
  };

  /** By position of a hashtag: position of the category that fits. */
  private static final int[] CATEGORIES = {2, 3, 4, 5, 1, 6, 8, 11, 11, 4, 0, 10};

  private static final int OWN_HASHTAGS = 3;
  private static final double ON_SUBJECT = 0.75;

  private Niche() {}

  /** Position of the niche's hashtag in every language's list. */
  static int theme(int niche) {
    return niche % SUBJECTS.length;
  }

  /** Category that creators of the niche state, a position in {@link Vocabulary#CATEGORIES}. */
  static int category(int niche) {
    return CATEGORIES[theme(niche)];
  }

  /** A subject of the niche, sometimes another. */
  static String subject(int niche, int language, Rng rng) {
    List<String> subjects = Languages.vocabulary(language).subjects;
    int[] own = SUBJECTS[theme(niche)];
    return subjects.get(
        rng.chance(ON_SUBJECT) ? own[rng.below(own.length)] : rng.below(subjects.size()));
  }

  /** The n-th hashtag that a member may use: the subject's first, then the niche's own. */
  static String hashtag(int niche, int language, int n) {
    if (n == 0) {
      return Languages.vocabulary(language).hashtags.get(theme(niche));
    }
    // A made-up word of three syllables, another for each niche and n.
    long bits = Rng.mix(niche * 31L + n);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      word.append(Vocabulary.SYLLABLES.get((int) (bits >>> (6 * i)) & 63));
    }
    return word.toString();
  }

  static int hashtags() {
    return 1 + OWN_HASHTAGS;
  }
}

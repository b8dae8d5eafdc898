package io.assay.text;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How often one letter follows another in the handles of a platform (a Markov chain of the first
 * order, Markov 1913). A handle that somebody chose follows the habits of its neighbours, in
 * whatever languages these write; one that was drawn at random does not. Case is ignored; digits
 * are one symbol, whatever else is no Latin letter another.
 */
public final class HandleLetters implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LETTERS = 26;
  private static final int DIGIT = LETTERS;
  private static final int OTHER = LETTERS + 1;

  /** What stands before the first and after the last character. */
  private static final int EDGE = LETTERS + 2;

  private static final int SYMBOLS = EDGE + 1;

  /** Pairs of symbols. */
  public static final int PAIRS = SYMBOLS * SYMBOLS;

  /** No platform allows longer handles; of a longer text this much is looked at. */
  private static final int MOST = 64;

  /** Added to every count, so that what was never seen is rare instead of impossible. */
  private static final double UNSEEN = 0.5;

  private final long[] pairs;
  private final long[] from = new long[SYMBOLS];

  /**
   * @param pairs handles' transitions by {@link #pairs}
   */
  public HandleLetters(long[] pairs) {
    this.pairs = Arrays.copyOf(pairs, PAIRS);
    for (int pair = 0; pair < PAIRS; pair++) {
      from[pair / SYMBOLS] += pairs[pair];
    }
  }

  /** How many handles were counted: each begins once. */
  public long handles() {
    return from[EDGE];
  }

  /** Each symbol of a handle with the next, as first x symbols + second; none of an empty one. */
  public static int[] pairs(String handle) {
    if (handle.isEmpty()) {
      return new int[0];
    }
    int[] symbols = handle.codePoints().limit(MOST).map(HandleLetters::symbol).toArray();
    int[] pairs = new int[symbols.length + 1];
    int before = EDGE;
    for (int i = 0; i < symbols.length; i++) {
      pairs[i] = before * SYMBOLS + symbols[i];
      before = symbols[i];
    }
    pairs[symbols.length] = before * SYMBOLS + EDGE;
    return pairs;
  }

  /**
   * Mean surprise of a handle's transitions in bits, -log2 of how often the one symbol is followed
   * by the other in all other handles; null without a Latin letter or digit.
   *
   * @param handle one of those counted: its own transitions are taken out
   */
  public Double surprise(String handle) {
    int[] own = pairs(handle);
    boolean readable = false;
    double bits = 0;
    for (int pair : own) {
      readable |= pair % SYMBOLS <= DIGIT;
      long same = 0;
      long leaving = 0;
      for (int other : own) {
        same += other == pair ? 1 : 0;
        leaving += other / SYMBOLS == pair / SYMBOLS ? 1 : 0;
      }
      double seen = Math.max(0, pairs[pair] - same) + UNSEEN;
      double of = Math.max(0, from[pair / SYMBOLS] - leaving) + UNSEEN * SYMBOLS;
      bits -= StrictMath.log(seen / of);
    }
    return readable ? bits / StrictMath.log(2) / own.length : null;
  }

  private static int symbol(int character) {
    int lower = character >= 'A' && character <= 'Z' ? character - 'A' + 'a' : character;
    if (lower >= 'a' && lower <= 'z') {
      return lower - 'a';
    }
    return lower >= '0' && lower <= '9' ? DIGIT : OTHER;
  }
}

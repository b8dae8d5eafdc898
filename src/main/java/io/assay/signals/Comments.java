package io.assay.signals;

import io.assay.text.CommentText;
import java.util.Arrays;

/** Counts of comments by what they are like; those of one key follow each other. */
final class Comments {
  /** What nobody can be said to repeat: there are no words. */
  private static final int WORDLESS =
      CommentText.EMPTY | CommentText.EMOJI_ONLY | CommentText.MENTION_ONLY;

  private final long[] byFlag = new long[Integer.SIZE];
  private long all;
  private long texts;
  private long distinct;
  private long repeats;
  private long key;
  private long words;

  void clear() {
    Arrays.fill(byFlag, 0);
    all = 0;
    texts = 0;
    distinct = 0;
    repeats = 0;
    words = 0;
  }

  /**
   * @param of what makes comments the same: a text, or who wrote it
   * @param text flags and, in the upper half, words, see {@link CommentText}; or {@link
   *     EventRows#UNKNOWN}
   */
  void add(long of, long text) {
    boolean again = all > 0 && of == key;
    key = of;
    all++;
    distinct += again ? 0 : 1;
    if (text == EventRows.UNKNOWN) {
      return;
    }
    int flags = (int) text;
    texts++;
    words += text >>> Integer.SIZE;
    repeats += again && (flags & WORDLESS) == 0 ? 1 : 0;
    for (int left = flags; left != 0; left &= left - 1) {
      byFlag[Integer.numberOfTrailingZeros(left)]++;
    }
  }

  /** Comments with a text or without. */
  long all() {
    return all;
  }

  /** Comments with a text, of which the following speak. */
  long texts() {
    return texts;
  }

  /** Words of all. */
  long words() {
    return words;
  }

  /** How many have a flag. */
  long of(int flag) {
    return byFlag[Integer.numberOfTrailingZeros(flag)];
  }

  /** How many have a key that an earlier one has, those of emoji or mentions alone excepted. */
  long repeats() {
    return repeats;
  }

  /** How many different keys there are, those of comments without a text included. */
  long distinct() {
    return distinct;
  }
}

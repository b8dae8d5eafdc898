package io.assay.signals;

/** Counts of comments by what they are like; those of one key follow each other. */
final class Comments {
  private final long[] byFlag = new long[Integer.SIZE];
  private long n;
  private long distinct;
  private long repeats;
  private long key;
  private long words;

  void clear() {
    java.util.Arrays.fill(byFlag, 0);
    n = 0;
    distinct = 0;
    repeats = 0;
    words = 0;
  }

  /**
   * @param of what makes comments the same: a text, or who wrote it
   * @param text flags and, in the upper half, words, see {@link CommentText}
   */
  void add(long of, long text) {
    int flags = (int) text;
    words += text >>> Integer.SIZE;
    boolean again = n > 0 && of == key;
    key = of;
    n++;
    distinct += again ? 0 : 1;
    repeats += again && (flags & (CommentText.EMOJI_ONLY | CommentText.EMPTY)) == 0 ? 1 : 0;
    for (int left = flags; left != 0; left &= left - 1) {
      byFlag[Integer.numberOfTrailingZeros(left)]++;
    }
  }

  long n() {
    return n;
  }

  /** Words of all. */
  long words() {
    return words;
  }

  /** How many have a flag. */
  long of(int flag) {
    return byFlag[Integer.numberOfTrailingZeros(flag)];
  }

  /** How many different keys there are. */
  long distinct() {
    return distinct;
  }

  /** How many have a key that an earlier one has, emoji alone excepted. */
  long repeats() {
    return repeats;
  }
}

package io.assay.engagement;

import java.util.Arrays;
import java.util.List;

/**
 * Posts of one account, packed for the exchange: 10 to 15 bytes a post where a row takes 100.
 *
 * <p>A block holds the number of unsettled posts and that of reposts without an age, then of every
 * counted post its age (seconds from the publication to the end of the window, doubled, odd where
 * microseconds follow), the code of its media type, and each counter plus one (0 = hidden); of a
 * repost with an age that age, and a code of its own in place of all others. All are
 * variable-length integers.
 */
final class PostBlock {

  /** Counters in the order of a post's values. */
  static final List<String> COUNTERS = List.of("likes", "comments", "shares", "saves", "views");

  /** Positions in a post's values: age in microseconds, code of the media type, five counters. */
  static final int AGE = 0;

  static final int MEDIA = 1;
  static final int LIKES = 2;
  static final int COMMENTS = 3;
  static final int SHARES = 4;
  static final int SAVES = 5;
  static final int VIEWS = 6;
  static final int WIDTH = 7;

  /** Age that marks a post which does not count yet. */
  static final long UNSETTLED = -1;

  /** Age of a repost of which no age is needed; those of which one is have this minus that age. */
  static final long REPOST = -2;

  /** Value of a counter that is not shown. */
  static final long HIDDEN = -1;

  private static final long SECOND = 1_000_000;
  private static final int LONGEST_POST = 10 * (WIDTH + 1);

  /** In place of a media type: a repost, of which nothing follows. */
  private static final int REPOSTED = Byte.MAX_VALUE;

  private byte[] bytes = new byte[64];
  private int length;
  private long unsettled;
  private long undatedReposts;

  /** Whether a post, given by its values, counts: it is the account's own, and settled. */
  static boolean counts(long[] values) {
    return values[AGE] >= 0;
  }

  /** Adds one post and says by how many bytes the block has grown. */
  int add(long[] values) {
    if (values[AGE] == UNSETTLED) {
      unsettled++;
      return 0;
    }
    if (values[AGE] == REPOST) {
      undatedReposts++;
      return 0;
    }
    int before = length;
    if (bytes.length - length < LONGEST_POST) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length + LONGEST_POST);
    }
    if (counts(values)) {
      putAge(values[AGE]);
      put(values[MEDIA]);
      for (int i = LIKES; i < WIDTH; i++) {
        put(values[i] + 1);
      }
    } else {
      putAge(REPOST - values[AGE]);
      put(REPOSTED);
    }
    return length - before;
  }

  private void putAge(long age) {
    long rest = age % SECOND;
    put(age / SECOND * 2 + (rest == 0 ? 0 : 1));
    if (rest != 0) {
      put(rest);
    }
  }

  byte[] toBytes() {
    byte[] head = new byte[20];
    byte[] posts = bytes;
    int postsLength = length;
    bytes = head;
    length = 0;
    put(unsettled);
    put(undatedReposts);
    byte[] all = Arrays.copyOf(head, length + postsLength);
    System.arraycopy(posts, 0, all, length, postsLength);
    return all;
  }

  /** Adds the posts of a packed block to an account's. */
  static void read(byte[] block, AccountPosts into) {
    new Reader(block).read(into);
  }

  private void put(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  private static final class Reader {
    private final byte[] block;
    private int at;

    Reader(byte[] block) {
      this.block = block;
    }

    void read(AccountPosts into) {
      long[] values = new long[WIDTH];
      into.addUnsettled(next());
      into.addReposts(next());
      while (at < block.length) {
        long age = next();
        values[AGE] = age / 2 * SECOND + (age % 2 == 0 ? 0 : next());
        values[MEDIA] = next();
        if (values[MEDIA] == REPOSTED) {
          into.addRepost(values[AGE]);
          continue;
        }
        for (int i = LIKES; i < WIDTH; i++) {
          values[i] = next() - 1;
        }
        into.add(values);
      }
    }

    private long next() {
      long value = 0;
      int shift = 0;
      byte read;
      do {
        read = block[at++];
        value |= (read & 0x7FL) << shift;
        shift += 7;
      } while (read < 0);
      return value;
    }
  }
}

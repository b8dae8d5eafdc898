package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * Makes {@link Events} of engagements in any order: several of one actor on one post become one,
 * with the smallest delay that is known, a comment if one of them is, and stock if one of the
 * comments is; what somebody does under an own post is dropped. Cost: two counting sorts.
 */
final class EventsBuilder {
  private static final int FIRST = 1024;

  private final long[] accountKeys;
  private final int authors;
  private final KnownPosts posts;
  private int[] actor = new int[FIRST];
  private int[] post = new int[FIRST];
  private int[] delay = new int[FIRST];
  private byte[] flags = new byte[FIRST];
  private int size;

  /**
   * @param accountKeys hash of each account's key, those who publish first, both sorted by key
   * @param authors how many publish
   */
  EventsBuilder(long[] accountKeys, int authors, KnownPosts posts) {
    if (authors > accountKeys.length) {
      throw new IllegalArgumentException(authors + " of " + accountKeys.length + " publish");
    }
    this.accountKeys = accountKeys;
    this.authors = authors;
    this.posts = posts;
  }

  /** An engagement at an unknown time. */
  EventsBuilder add(int actor, int post, boolean isComment, boolean isStock) {
    return add(actor, post, Events.UNTIMED, isComment, isStock);
  }

  /**
   * An engagement so many seconds after the post. One before the post counts as at once: clocks
   * differ, and posts are sometimes published again.
   */
  EventsBuilder addTimed(int actor, int post, long seconds, boolean isComment, boolean isStock) {
    int delayed = (int) Math.min(Integer.MAX_VALUE, Math.max(1, seconds));
    return add(actor, post, delayed, isComment, isStock);
  }

  private EventsBuilder add(int who, int on, int seconds, boolean isComment, boolean isStock) {
    if (who < 0 || who >= accountKeys.length || on < 0 || on >= posts.count()) {
      throw new IllegalArgumentException(
          "actor " + who + " of " + accountKeys.length + ", post " + on + " of " + posts.count());
    }
    if (posts.author()[on] == who) {
      return this;
    }
    if (size == actor.length) {
      int more = Math.addExact(size, size / 2);
      actor = Arrays.copyOf(actor, more);
      post = Arrays.copyOf(post, more);
      delay = Arrays.copyOf(delay, more);
      flags = Arrays.copyOf(flags, more);
    }
    actor[size] = who;
    post[size] = on;
    delay[size] = seconds;
    int stock = isComment && isStock ? Events.STOCK : 0;
    flags[size++] = (byte) ((isComment ? Events.COMMENT : 0) | stock);
    return this;
  }

  /** The events of what was added; the builder is of no further use. */
  Events build() {
    return build(Events.counted(posts, authors));
  }

  /**
   * The same where some posts are known of but not here.
   *
   * @param postsOfAuthor posts of each, those that are not here too
   */
  Events build(int[] postsOfAuthor) {
    actor = Arrays.copyOf(actor, size);
    post = Arrays.copyOf(post, size);
    int[] order = Starts.byTwo(actor, accountKeys.length, post, posts.count());
    int[] actors = new int[size];
    int[] postsOf = new int[size];
    int[] delays = new int[size];
    byte[] flagsOf = new byte[size];
    int n = -1;
    for (int row : order) {
      if (n < 0 || actors[n] != actor[row] || postsOf[n] != post[row]) {
        n++;
        actors[n] = actor[row];
        postsOf[n] = post[row];
        delays[n] = delay[row];
      } else {
        delays[n] = smallestKnown(delays[n], delay[row]);
      }
      flagsOf[n] |= flags[row];
    }
    n++;
    return new Events(
        accountKeys,
        authors,
        posts,
        postsOfAuthor,
        Arrays.copyOf(actors, n),
        Arrays.copyOf(postsOf, n),
        Arrays.copyOf(delays, n),
        Arrays.copyOf(flagsOf, n));
  }

  private static int smallestKnown(int a, int b) {
    return a == Events.UNTIMED ? b : b == Events.UNTIMED ? a : Math.min(a, b);
  }
}

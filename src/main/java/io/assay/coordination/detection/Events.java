package io.assay.coordination.detection;

import java.util.function.IntPredicate;

/**
 * Step 0: who engaged what. One event for each actor and post, self-engagement left out, sorted by
 * actor and then post, with an index by post; primitive arrays, some 20 bytes an event. Accounts
 * are numbered from 0, those who publish first. {@link EventsBuilder} makes it.
 */
final class Events {
  /** Delay of an event without a time. */
  static final int UNTIMED = 0;

  static final int COMMENT = 1;
  static final int STOCK = 2;

  private final long[] accountKeys;
  private final int authors;
  private final KnownPosts posts;
  private final int[] postStarts;
  private final int[] postsOf;
  private final int[] actor;
  private final int[] post;
  private final int[] delay;
  private final byte[] flags;
  private final int[] actorStarts;
  private final int[] byPost;
  private final int[] byPostStarts;

  /**
   * Rows sorted by actor and post, each pair once.
   *
   * @param postsOf posts of each author, those that are not here too
   */
  Events(
      long[] accountKeys,
      int authors,
      KnownPosts posts,
      int[] postsOf,
      int[] actor,
      int[] post,
      int[] delay,
      byte[] flags) {
    this.accountKeys = accountKeys;
    this.authors = authors;
    this.posts = posts;
    this.postStarts = posts.starts(authors);
    this.postsOf = postsOf;
    this.actor = actor;
    this.post = post;
    this.delay = delay;
    this.flags = flags;
    this.actorStarts = Starts.count(actor, accountKeys.length);
    this.byPostStarts = Starts.count(post, posts.count());
    this.byPost = Starts.positions(post, byPostStarts);
  }

  /** Posts that are here of each author. */
  static int[] counted(KnownPosts posts, int authors) {
    int[] starts = posts.starts(authors);
    int[] counts = new int[authors];
    for (int v = 0; v < authors; v++) {
      counts[v] = starts[v + 1] - starts[v];
    }
    return counts;
  }

  int size() {
    return actor.length;
  }

  int accounts() {
    return accountKeys.length;
  }

  /** Accounts below this number publish, others do not. */
  int authors() {
    return authors;
  }

  KnownPosts posts() {
    return posts;
  }

  long[] accountKeys() {
    return accountKeys;
  }

  int actor(int event) {
    return actor[event];
  }

  int post(int event) {
    return post[event];
  }

  int author(int event) {
    return posts.author()[post[event]];
  }

  /** Seconds after the post, at least 1, or {@link #UNTIMED}. */
  int delay(int event) {
    return delay[event];
  }

  boolean isTimed(int event) {
    return delay[event] != UNTIMED;
  }

  boolean isComment(int event) {
    return (flags[event] & COMMENT) != 0;
  }

  /** Whether it is a comment that would fit under any post. */
  boolean isStock(int event) {
    return (flags[event] & STOCK) != 0;
  }

  /** First event of an actor; the last is before that of the next actor. */
  int firstOf(int account) {
    return actorStarts[account];
  }

  int endOf(int account) {
    return actorStarts[account + 1];
  }

  /** First place of a post in the index by post, for {@link #eventAt}. */
  int firstOn(int ofPost) {
    return byPostStarts[ofPost];
  }

  int endOn(int ofPost) {
    return byPostStarts[ofPost + 1];
  }

  /** The event at a place of the index by post; those of a post come in the order of actors. */
  int eventAt(int place) {
    return byPost[place];
  }

  /** How many accounts engaged a post. */
  int actorsOn(int ofPost) {
    return byPostStarts[ofPost + 1] - byPostStarts[ofPost];
  }

  /** First post of an author that is here; the last is before that of the next author. */
  int firstPostOf(int author) {
    return postStarts[author];
  }

  /** Posts that an author published, whether they are here or not. */
  int postsOf(int author) {
    return postsOf[author];
  }

  /** The same accounts and posts with a part of the events. */
  Events where(IntPredicate condition) {
    int n = 0;
    for (int e = 0; e < size(); e++) {
      n += condition.test(e) ? 1 : 0;
    }
    int[] actors = new int[n];
    int[] on = new int[n];
    int[] delays = new int[n];
    byte[] flagsOf = new byte[n];
    n = 0;
    for (int e = 0; e < size(); e++) {
      if (condition.test(e)) {
        actors[n] = actor[e];
        on[n] = post[e];
        delays[n] = delay[e];
        flagsOf[n++] = flags[e];
      }
    }
    return new Events(accountKeys, authors, posts, postsOf, actors, on, delays, flagsOf);
  }
}

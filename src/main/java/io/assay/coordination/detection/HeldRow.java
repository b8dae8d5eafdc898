package io.assay.coordination.detection;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * One thing that is known of a platform too large for a process, see the constants: a sum over the
 * whole crawl, or a part of it that may matter. Accounts and posts stand as 64 bits of a hash, n1
 * to n3 are the numbers in the order in which they are named.
 */
public final class HeldRow {
  /** An account that acts: its events, and those of them that are fast. */
  public static final int ACTOR = 0;

  /**
   * An author and, in {@code other}, its niche, -1 for none: events on its posts, fast ones, posts.
   */
  public static final int AUTHOR = 1;

  /** An account: {@code text} its id, {@code more} its handle. */
  public static final int NAME = 2;

  /** A post and its author: second of publication or null, its events; {@code text} its id. */
  public static final int POST = 3;

  /** What an account did to a post: delay, flags. */
  public static final int EVENT = 4;

  /** A stock comment of an account on a post: {@code text} what it says. */
  public static final int STOCK = 5;

  /** A creator and another that it engages: distinct posts, those it was fast on. */
  public static final int PAIR = 6;

  /** An account and a niche: its events there, fast ones. */
  public static final int IN_NICHE = 7;

  /** A niche: events there, fast ones, sum of n_p² over its posts. */
  public static final int NICHE = 8;

  /** Two posts, or two authors, that belong together: key of the author of each. */
  public static final int EDGE = 9;

  /** An account that visits a core beyond chance, and the core. */
  public static final int VISIT = 10;

  /** An account and a pod it is in. */
  public static final int POD = 11;

  /** An account and whom it follows. */
  public static final int FOLLOW = 12;

  /** An account of which all events are here. */
  public static final int WHOLE_ACCOUNT = 13;

  /** A post on which all events are here. */
  public static final int WHOLE_POST = 14;

  /** An author of whom all posts are here. */
  public static final int WHOLE_AUTHOR = 15;

  /** See {@link CrawlRow#SHARE}: an account, an object; message, millisecond. */
  public static final int SHARE = 16;

  /** See {@link CrawlRow#OBJECT}. */
  public static final int OBJECT = 17;

  /** See {@link CrawlRow#NICHE_BEFORE}. */
  public static final int NICHE_BEFORE = 18;

  /** See {@link CrawlRow#MEMBER_BEFORE}: since which day. */
  public static final int MEMBER_BEFORE = 19;

  /** A post or an author, and the core that it is in. */
  public static final int CORE = 20;

  /** A creator and another, improbable at first sight, in either direction: distinct posts. */
  public static final int MUTUAL = 21;

  /** The same among the fastest events. */
  public static final int MUTUAL_FAST = 22;

  /** A creator of whom all pairs with creators are here. */
  public static final int WHOLE_CREATOR = 23;

  /** How many numbers each kind of row has. */
  static final List<Integer> NUMBERS =
      List.of(2, 3, 0, 2, 2, 0, 2, 2, 3, 2, 0, 0, 0, 0, 0, 0, 2, 0, 0, 1, 0, 1, 1, 0);

  public static final StructType SCHEMA =
      new StructType()
          .add("sort", IntegerType)
          .add("key", LongType)
          .add("other", LongType)
          .add("n1", LongType)
          .add("n2", LongType)
          .add("n3", LongType)
          .add("text", StringType)
          .add("more", StringType);

  private HeldRow() {}

  /** A row without numbers. */
  static Row of(int sort, long key, long other) {
    return RowFactory.create(sort, key, other, null, null, null, null, null);
  }
}

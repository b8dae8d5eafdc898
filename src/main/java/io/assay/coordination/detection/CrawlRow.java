package io.assay.coordination.detection;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * One thing that is known of a crawl, see the constants. Account and post stand as 64 bits of a
 * hash.
 */
public record CrawlRow(Row row) {
  /** An account: {@code text} its id, {@code more} its handle. */
  public static final int ACCOUNT = 0;

  /** A post: {@code other} its author, {@code at} when it was published, {@code text} its id. */
  public static final int POST = 1;

  /** What an account does to a post, {@code other}, at a second since 1970, null if unknown. */
  public static final int EVENT = 2;

  /**
   * The same where it comments; {@code text} is the stock phrase it says, null where it is none.
   */
  public static final int COMMENT = 3;

  /** An account follows {@code other}. */
  public static final int FOLLOW = 4;

  /** On another day the niche of an account was {@code text}. */
  public static final int NICHE_BEFORE = 5;

  /**
   * On another day an account was in the group {@code text}, known since {@code at}, a day since
   * 1970.
   */
  public static final int MEMBER_BEFORE = 6;

  /** An account shares the object {@code other} in the message {@code third}, at a millisecond. */
  public static final int SHARE = 7;

  /** An object: {@code text} its id. */
  public static final int OBJECT = 8;

  /** The columns, in the order in which they are read. */
  public static final StructType SCHEMA =
      new StructType()
          .add("platform", StringType)
          .add("sort", IntegerType)
          .add("key", LongType)
          .add("other", LongType)
          .add("at", LongType)
          .add("text", StringType)
          .add("more", StringType)
          .add("third", LongType);

  String platform() {
    return row.getString(0);
  }

  int sort() {
    return row.getInt(1);
  }

  long key() {
    return row.getLong(2);
  }

  long other() {
    return row.getLong(3);
  }

  boolean hasTime() {
    return !row.isNullAt(4);
  }

  long at() {
    return row.getLong(4);
  }

  String text() {
    return row.getString(5);
  }

  String more() {
    return row.getString(6);
  }

  long third() {
    return row.getLong(7);
  }
}

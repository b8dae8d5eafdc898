package io.assay.engagement;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Packs the posts of a partition into one block an account before they are exchanged, so that keys
 * travel once a block and counters as small integers, and counts what each platform shows.
 *
 * <p>In: rows of {@link CountedPosts#narrow} as Spark holds them, since turning each of many posts
 * into objects costs more than packing it. Out: {@link #SCHEMA}. Memory is bounded: beyond the
 * limit the blocks are handed on and new ones begun; an account then has several blocks, which
 * changes no result.
 *
 * @param buckets number of buckets that accounts are exchanged by, each of which gets every task's
 *     counts; 0 where they are taken of all posts at once
 */
record PackPosts(int buckets) implements FlatMapFunction<Iterator<InternalRow>, Row> {
  private static final long serialVersionUID = 1L;

  /**
   * A block ({@link PostBlock}) of an account, whose bucket is null; or, where the account is null,
   * what was counted of a platform ({@link ShownCounters}), once for each bucket.
   */
  static final StructType SCHEMA =
      new StructType()
          .add("platform", DataTypes.StringType)
          .add("account_id", DataTypes.StringType)
          .add("bucket", DataTypes.IntegerType)
          .add("block", DataTypes.BinaryType);

  private static final long MAX_BYTES = 96L << 20;
  private static final int BYTES_PER_BLOCK = 250;
  private static final int VALUES = 2;

  /**
   * Packed posts, and what each task counts of its platforms.
   *
   * @param narrow rows of {@link CountedPosts#narrow}
   * @return {@link #SCHEMA}
   */
  static Dataset<Row> withCounts(SparkSession spark, RDD<InternalRow> narrow, int buckets) {
    return spark.createDataFrame(narrow.toJavaRDD().mapPartitions(new PackPosts(buckets)), SCHEMA);
  }

  /**
   * Packed posts beside what was counted of all of them before.
   *
   * @param shown by platform
   * @return {@link #SCHEMA}
   */
  static Dataset<Row> beside(
      SparkSession spark, RDD<InternalRow> narrow, Map<String, ShownCounters> shown, int buckets) {
    List<Row> rows =
        shown.entrySet().stream()
            .flatMap(platform -> counts(platform.getKey(), platform.getValue(), buckets))
            .toList();
    return withCounts(spark, narrow, 0).unionByName(spark.createDataFrame(rows, SCHEMA));
  }

  private static Stream<Row> counts(String platform, ShownCounters shown, int buckets) {
    byte[] bytes = shown.toBytes();
    return IntStream.range(0, buckets)
        .mapToObj(bucket -> RowFactory.create(platform, null, bucket, bytes));
  }

  @Override
  public Iterator<Row> call(Iterator<InternalRow> posts) {
    Map<UTF8String, Platform> platforms = new HashMap<>();
    return new Iterator<>() {
      private Iterator<Row> packed = Collections.emptyIterator();
      private boolean counted;

      @Override
      public boolean hasNext() {
        while (!packed.hasNext() && !counted) {
          counted = !posts.hasNext();
          packed = counted ? counts(platforms.values()) : pack(posts, platforms);
        }
        return packed.hasNext();
      }

      @Override
      public Row next() {
        hasNext();
        return packed.next();
      }
    };
  }

  /** What a task has read of one platform. */
  private static final class Platform {
    private final UTF8String name;
    private final ShownCounters shown = new ShownCounters();
    private Map<UTF8String, PostBlock> accounts = new HashMap<>();

    Platform(UTF8String name) {
      this.name = name;
    }

    /** Hands on all blocks and begins new ones. */
    Stream<Row> blocks() {
      Map<UTF8String, PostBlock> complete = accounts;
      accounts = new HashMap<>();
      String text = name.toString();
      return complete.entrySet().stream()
          .map(
              account ->
                  RowFactory.create(
                      text, account.getKey().toString(), null, account.getValue().toBytes()));
    }
  }

  private static Iterator<Row> pack(
      Iterator<InternalRow> posts, Map<UTF8String, Platform> platforms) {
    long[] values = new long[PostBlock.WIDTH];
    Platform platform = null;
    long bytes = 0;
    while (bytes < MAX_BYTES && posts.hasNext()) {
      InternalRow post = posts.next();
      for (int i = 0; i < PostBlock.WIDTH; i++) {
        values[i] = post.getLong(VALUES + i);
      }
      UTF8String name = post.getUTF8String(0);
      if (platform == null || !platform.name.equals(name)) {
        platform = platforms.get(name);
      }
      if (platform == null) {
        // Spark reuses the memory that a row's texts lie in.
        platform = new Platform(name.copy());
        platforms.put(platform.name, platform);
      }
      UTF8String account = post.getUTF8String(1);
      PostBlock block = platform.accounts.get(account);
      if (block == null) {
        block = new PostBlock();
        platform.accounts.put(account.copy(), block);
        bytes += BYTES_PER_BLOCK;
      }
      bytes += block.add(values);
      platform.shown.add(values);
    }
    return platforms.values().stream().flatMap(Platform::blocks).iterator();
  }

  private Iterator<Row> counts(Collection<Platform> platforms) {
    return platforms.stream()
        .flatMap(platform -> counts(platform.name.toString(), platform.shown, buckets))
        .iterator();
  }
}

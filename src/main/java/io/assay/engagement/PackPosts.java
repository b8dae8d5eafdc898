package io.assay.engagement;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
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
 * @param buckets number of buckets that accounts are exchanged by
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
   * @param narrow result of {@link CountedPosts#narrow}
   * @return {@link #SCHEMA}
   */
  static Dataset<Row> of(Dataset<Row> narrow, int buckets) {
    return narrow
        .sparkSession()
        .createDataFrame(
            narrow.queryExecution().toRdd().toJavaRDD().mapPartitions(new PackPosts(buckets)),
            SCHEMA);
  }

  @Override
  public Iterator<Row> call(Iterator<InternalRow> posts) {
    Map<UTF8String, ShownCounters> shown = new HashMap<>();
    return new Iterator<>() {
      private Iterator<Row> packed = Collections.emptyIterator();
      private boolean counted;

      @Override
      public boolean hasNext() {
        while (!packed.hasNext() && !counted) {
          counted = !posts.hasNext();
          packed = counted ? counts(shown) : pack(posts, shown);
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

  private static Iterator<Row> pack(
      Iterator<InternalRow> posts, Map<UTF8String, ShownCounters> shown) {
    Map<UTF8String, Map<UTF8String, PostBlock>> platforms = new HashMap<>();
    long[] values = new long[PostBlock.WIDTH];
    long bytes = 0;
    while (bytes < MAX_BYTES && posts.hasNext()) {
      InternalRow post = posts.next();
      for (int i = 0; i < PostBlock.WIDTH; i++) {
        values[i] = post.getLong(VALUES + i);
      }
      UTF8String platform = post.getUTF8String(0);
      Map<UTF8String, PostBlock> accounts = platforms.get(platform);
      if (accounts == null) {
        accounts = new HashMap<>();
        // Spark reuses the memory that a row's texts lie in.
        platforms.put(platform.copy(), accounts);
        shown.putIfAbsent(platform.copy(), new ShownCounters());
      }
      UTF8String account = post.getUTF8String(1);
      PostBlock block = accounts.get(account);
      if (block == null) {
        block = new PostBlock();
        accounts.put(account.copy(), block);
        bytes += BYTES_PER_BLOCK;
      }
      bytes += block.add(values);
      shown.get(platform).add(values);
    }
    return platforms.entrySet().stream()
        .flatMap(platform -> blocks(platform.getKey().toString(), platform.getValue()))
        .iterator();
  }

  private static Stream<Row> blocks(String platform, Map<UTF8String, PostBlock> accounts) {
    return accounts.entrySet().stream()
        .map(
            account ->
                RowFactory.create(
                    platform, account.getKey().toString(), null, account.getValue().toBytes()));
  }

  private Iterator<Row> counts(Map<UTF8String, ShownCounters> shown) {
    return shown.entrySet().stream()
        .flatMap(
            platform ->
                IntStream.range(0, buckets)
                    .mapToObj(
                        bucket ->
                            RowFactory.create(
                                platform.getKey().toString(),
                                null,
                                bucket,
                                platform.getValue().toBytes())))
        .iterator();
  }
}

package io.assay.engagement;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import scala.Tuple3;

/**
 * Packs the posts of a partition into one block an account before they are exchanged, so that keys
 * travel once a block and counters as small integers.
 *
 * <p>In: platform, account_id, values of a post. Out: platform, account_id, {@link PostBlock}.
 * Memory is bounded: beyond the limit the blocks are handed on and new ones begun; an account then
 * has several blocks, which changes no result.
 */
final class PackPosts
    implements MapPartitionsFunction<
        Tuple3<String, String, long[]>, Tuple3<String, String, byte[]>> {
  private static final long serialVersionUID = 1L;

  private static final long MAX_BYTES = 96L << 20;
  private static final int BYTES_PER_BLOCK = 250;

  @Override
  public Iterator<Tuple3<String, String, byte[]>> call(
      Iterator<Tuple3<String, String, long[]>> posts) {
    return new Iterator<>() {
      private Iterator<Tuple3<String, String, byte[]>> packed = Collections.emptyIterator();

      @Override
      public boolean hasNext() {
        if (!packed.hasNext() && posts.hasNext()) {
          packed = pack(posts);
        }
        return packed.hasNext();
      }

      @Override
      public Tuple3<String, String, byte[]> next() {
        hasNext();
        return packed.next();
      }
    };
  }

  private static Iterator<Tuple3<String, String, byte[]>> pack(
      Iterator<Tuple3<String, String, long[]>> posts) {
    Map<String, Map<String, PostBlock>> platforms = new HashMap<>();
    long bytes = 0;
    while (bytes < MAX_BYTES && posts.hasNext()) {
      Tuple3<String, String, long[]> post = posts.next();
      Map<String, PostBlock> accounts =
          platforms.computeIfAbsent(post._1(), name -> new HashMap<>());
      PostBlock block = accounts.get(post._2());
      if (block == null) {
        block = new PostBlock();
        accounts.put(post._2(), block);
        bytes += BYTES_PER_BLOCK;
      }
      bytes += block.add(post._3());
    }
    return platforms.entrySet().stream()
        .flatMap(
            platform ->
                platform.getValue().entrySet().stream()
                    .map(
                        account ->
                            new Tuple3<>(
                                platform.getKey(), account.getKey(), account.getValue().toBytes())))
        .iterator();
  }
}

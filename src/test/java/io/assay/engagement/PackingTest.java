package io.assay.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackingTest {

  private static long[] post(long age, long... rest) {
    long[] values = new long[PostBlock.WIDTH];
    values[PostBlock.AGE] = age;
    System.arraycopy(rest, 0, values, 1, rest.length);
    return values;
  }

  @Test
  void whatIsPackedIsUnpacked() {
    List<long[]> posts =
        List.of(
            post(1, 0, -1, -1, -1, -1, -1),
            post(86_400_000_000L, 3, 0, 127, 128, 1_000_000_000_000L, Long.MAX_VALUE - 1),
            post(7_000_001L, 8, 5, 4, 3, 2, 1));
    PostBlock block = new PostBlock();
    posts.forEach(block::add);
    block.add(post(PostBlock.UNSETTLED));
    AccountPosts unpacked = new AccountPosts(10);
    PostBlock.read(block.toBytes(), unpacked);
    assertThat(unpacked.unsettled()).isEqualTo(1);
    assertThat(unpacked.counted()).isEqualTo(3);
    for (int i = 0; i < posts.size(); i++) {
      for (int value = 0; value < PostBlock.WIDTH; value++) {
        assertThat(unpacked.value(i, value)).isEqualTo(posts.get(i)[value]);
      }
    }
  }

  @Test
  void beyondTheCapTheSamePostsAreKeptInWhateverOrderTheyCome() {
    List<long[]> posts = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      posts.add(post(i, 0, i, 2 * i, -1, -1, -1));
    }
    List<Long> kept = kept(posts);
    Collections.shuffle(posts, new Random(3));
    assertThat(kept(posts)).isEqualTo(kept).hasSize(100);
    // A sample spreads over all posts rather than taking one end.
    assertThat(kept.stream().filter(likes -> likes < 2_500).count()).isBetween(30L, 70L);
  }

  private static List<Long> kept(List<long[]> posts) {
    AccountPosts account = new AccountPosts(100);
    posts.forEach(account::add);
    account.complete();
    assertThat(account.counted()).isEqualTo(posts.size());
    List<Long> kept = new ArrayList<>();
    for (int i = 0; i < account.size(); i++) {
      kept.add(account.value(i, PostBlock.LIKES));
    }
    Collections.sort(kept);
    return kept;
  }
}

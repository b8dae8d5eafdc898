package io.assay.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
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
  void repostsAreToldApartFromPostsWithAnAgeAndWithout() {
    PostBlock undated = new PostBlock();
    undated.add(post(PostBlock.REPOST, 0, 50_000, 900, -1, -1, -1));
    // Of one without an age a block holds nothing but the number of them.
    assertThat(undated.toBytes()).hasSameSizeAs(new PostBlock().toBytes());
    PostBlock block = new PostBlock();
    block.add(post(PostBlock.REPOST, 0, 50_000, 900, -1, -1, -1));
    block.add(post(PostBlock.REPOST));
    block.add(post(PostBlock.REPOST - 5_000_000, 0, 50_000, 900, -1, -1, -1));
    block.add(post(PostBlock.REPOST - 3_000_007, 8, 7, 7, 7, 7, 7));
    block.add(post(9_000_000, 2, 1, 0, -1, -1, -1));
    block.add(post(PostBlock.UNSETTLED));
    AccountPosts unpacked = new AccountPosts(10);
    PostBlock.read(block.toBytes(), unpacked);
    assertThat(unpacked.reposts()).isEqualTo(4);
    assertThat(unpacked.unsettled()).isEqualTo(1);
    assertThat(unpacked.counted()).isEqualTo(1);
    assertThat(likes(unpacked)).containsExactly(1L);
    assertThat(unpacked.dated()).isEqualTo(3);
    assertThat(unpacked.ages()).containsExactlyInAnyOrder(5_000_000, 3_000_007, 9_000_000);
    assertThat(unpacked.youngest()).isEqualTo(3_000_007);
    assertThat(unpacked.span()).isEqualTo(5_999_993);
  }

  @Test
  void beyondTheCapTheTimesOfRepostsAreCountedAndNotKept() {
    AccountPosts account = new AccountPosts(2);
    account.addRepost(1);
    account.addRepost(9);
    assertThat(account.areAllKept()).isTrue();
    account.addRepost(4);
    assertThat(account.areAllKept()).isFalse();
    assertThat(account.dated()).isEqualTo(3);
    assertThat(account.span()).isEqualTo(8);
    account.clear();
    assertThat(account.areAllKept()).isTrue();
    assertThat(account.reposts()).isZero();
    assertThat(account.ages()).isEmpty();
  }

  private static InternalRow row(String platform, String account, long[] values) {
    Object[] row = new Object[2 + values.length];
    row[0] = UTF8String.fromString(platform);
    row[1] = UTF8String.fromString(account);
    for (int i = 0; i < values.length; i++) {
      row[2 + i] = values[i];
    }
    return new GenericInternalRow(row);
  }

  @Test
  void aTaskHandsOnOneBlockAnAccountAndWhatItsPlatformsShowToEveryBucket() {
    List<InternalRow> posts =
        List.of(
            row("tt", "a", post(1, 0, 5, 1, 7, -1, 9)),
            row("ig", "a", post(2, 0, 6, 1, -1, -1, 9)),
            row("tt", "b", post(3, 0, 7, 1, -1, -1, 9)),
            row("tt", "a", post(PostBlock.UNSETTLED, 0, 8, 1, -1, 3, 9)),
            row("tt", "a", post(4, 0, 9, 1, -1, -1, 9)));
    Map<String, List<Long>> likes = new TreeMap<>();
    Map<String, ShownCounters> shown = new TreeMap<>();
    new PackPosts(2)
        .call(posts.iterator())
        .forEachRemaining(
            row -> {
              if (row.isNullAt(1)) {
                shown
                    .computeIfAbsent(
                        row.getString(0) + " " + row.getInt(2), b -> new ShownCounters())
                    .add(row.<byte[]>getAs(3));
              } else {
                AccountPosts account = new AccountPosts(10);
                PostBlock.read(row.getAs(3), account);
                likes.put(row.getString(0) + "/" + row.getString(1), likes(account));
              }
            });
    assertThat(likes)
        .containsExactly(
            Map.entry("ig/a", List.of(6L)),
            Map.entry("tt/a", List.of(5L, 9L)),
            Map.entry("tt/b", List.of(7L)));
    assertThat(shown).containsOnlyKeys("ig 0", "ig 1", "tt 0", "tt 1");
    // One of tiktok's three settled posts carries shares; the unsettled one's saves do not count.
    assertThat(shown.get("tt 1").shares(1.0 / 3)).isTrue();
    assertThat(shown.get("tt 1").shares(0.34)).isFalse();
    assertThat(shown.get("tt 1").saves(0)).isFalse();
    assertThat(shown.get("ig 0").shares(0)).isFalse();
  }

  @Test
  void whereCountsAreTakenBeforeATaskHandsOnNone() {
    List<InternalRow> posts =
        List.of(
            row("tt", "a", post(1, 0, 5, 1, 7, -1, 9)), row("ig", "a", post(2, 0, 6, 1, 1, 1, 9)));
    List<String> accounts = new ArrayList<>();
    new PackPosts(0)
        .call(posts.iterator())
        .forEachRemaining(row -> accounts.add(row.getString(0) + "/" + row.getString(1)));
    assertThat(accounts).containsExactlyInAnyOrder("ig/a", "tt/a");
  }

  @Test
  void whatTasksCountOfAPlatformAddsUp() {
    ShownCounters one = new ShownCounters();
    one.add(post(1, 0, 0, 0, 5, 5));
    ShownCounters other = new ShownCounters();
    other.add(post(1, 0, 0, 0, -1, 5));
    other.add(one.toBytes());
    // What a repost shows is not counted.
    other.add(post(PostBlock.REPOST, 0, 0, 0, -1, -1));
    other.add(post(PostBlock.REPOST - 5, 0, 0, 0, -1, -1));
    assertThat(other.shares(0.5)).isTrue();
    assertThat(other.shares(0.51)).isFalse();
    assertThat(other.saves(1)).isTrue();
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
    List<Long> kept = likes(account);
    Collections.sort(kept);
    return kept;
  }

  private static List<Long> likes(AccountPosts account) {
    List<Long> likes = new ArrayList<>();
    for (int i = 0; i < account.size(); i++) {
      likes.add(account.value(i, PostBlock.LIKES));
    }
    return likes;
  }
}

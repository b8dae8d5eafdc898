package io.assay.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Five posts are needed, three with views. */
class LikesOfPostsTest {
  private static final long NONE = PostBlock.HIDDEN;

  /** Likes, comments and views of posts. */
  private final List<long[]> posts = new ArrayList<>();

  private LikesOfPostsTest post(long likes, long comments, long views) {
    long[] values = new long[PostBlock.WIDTH];
    values[PostBlock.AGE] = posts.size();
    values[PostBlock.LIKES] = likes;
    values[PostBlock.COMMENTS] = comments;
    values[PostBlock.SHARES] = NONE;
    values[PostBlock.SAVES] = NONE;
    values[PostBlock.VIEWS] = views;
    posts.add(values);
    return this;
  }

  private Double measured(BiFunction<LikesOfPosts, AccountPosts, Double> what) {
    AccountPosts all = new AccountPosts(1000);
    posts.forEach(all::add);
    all.complete();
    return what.apply(new LikesOfPosts(5, 3), all);
  }

  @Test
  void likesPerViewIsTheMedianOfPostsThatShowBoth() {
    post(10, 0, 100).post(30, 0, 100).post(99, 0, NONE).post(NONE, 0, 100).post(5, 0, 0);
    assertThat(measured(LikesOfPosts::perView)).isNull();
    // Shares of .1, .2 and .3; a post without views has none.
    post(20, 0, 100);
    assertThat(measured(LikesOfPosts::perView)).isEqualTo(0.2);
  }

  @Test
  void theFloorIsTheTenthFromBelowInAHundredOverTheMedian() {
    post(100, 0, NONE).post(60, 0, NONE).post(80, 0, NONE).post(90, 0, NONE);
    post(NONE, 0, NONE);
    assertThat(measured(LikesOfPosts::floor)).isNull();
    post(70, 0, NONE);
    // 60 70 80 90 100: the 10 % quantile lies .4 of the way from 60 to 70.
    assertThat(measured(LikesOfPosts::floor)).isCloseTo(64 / 80.0, within(1e-12));
  }

  @Test
  void postsWithoutLikesHaveNoFloor() {
    for (int i = 0; i < 4; i++) {
      post(0, i, NONE);
    }
    post(50, 9, NONE);
    assertThat(measured(LikesOfPosts::floor)).isNull();
  }

  @Test
  void theElasticityIsTheMedianSlopeBetweenTwoPosts() {
    // 1 + likes = 10 x (1 + comments)^2 in all but one, which is far off.
    post(9, 0, NONE).post(39, 1, NONE).post(159, 3, NONE).post(639, 7, NONE);
    assertThat(measured(LikesOfPosts::elasticity)).isNull();
    post(1_000_000, 15, NONE);
    // Six slopes of ten are 2, and four are larger.
    assertThat(measured(LikesOfPosts::elasticity)).isCloseTo(2, within(1e-9));
  }

  @Test
  void likesOrderedByThePackageDoNotFollowComments() {
    post(1000, 2, NONE).post(1001, 9, NONE).post(999, 30, NONE).post(1000, 4, NONE);
    post(1000, 90, NONE);
    assertThat(Math.abs(measured(LikesOfPosts::elasticity))).isLessThan(0.001);
  }

  @Test
  void withEquallyManyCommentsEverywhereThereIsNoSlope() {
    for (int i = 0; i < 6; i++) {
      post(10 + i, 4, NONE);
    }
    assertThat(measured(LikesOfPosts::elasticity)).isNull();
    assertThat(measured(LikesOfPosts::floor)).isNotNull();
  }

  /** Of many posts thirty are compared, whichever order they come in. */
  @Test
  void theOrderOfPostsDoesNotMatter() {
    Random random = new Random(3);
    for (int i = 0; i < 400; i++) {
      post(random.nextInt(1000), random.nextInt(50), 1000 + random.nextInt(9000));
    }
    List<Double> before =
        List.of(measured(LikesOfPosts::elasticity), measured(LikesOfPosts::floor));
    Collections.shuffle(posts, random);
    assertThat(List.of(measured(LikesOfPosts::elasticity), measured(LikesOfPosts::floor)))
        .isEqualTo(before);
    assertThat(before.get(0)).isCloseTo(0, within(0.3));
  }
}

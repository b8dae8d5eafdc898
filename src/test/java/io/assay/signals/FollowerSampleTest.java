package io.assay.signals;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** What a handful of followers say of who they follow. */
class FollowerSampleTest {
  private static final StructType FOLLOW =
      new StructType()
          .add("platform", DataTypes.StringType)
          .add("follower_id", DataTypes.StringType)
          .add("account_id", DataTypes.StringType);

  private static final StructType ACCOUNT =
      new StructType()
          .add("platform", DataTypes.StringType)
          .add("account_id", DataTypes.StringType)
          .add("followers", DataTypes.LongType)
          .add("followings", DataTypes.LongType)
          .add("posts_count", DataTypes.LongType)
          .add("has_picture", DataTypes.BooleanType);

  private final List<Row> follows = new ArrayList<>();
  private final List<Row> accounts = new ArrayList<>();

  @Test
  void onlyFollowersWithAProfileAreSampled() {
    follower("a", "star", 10L, 200L, 0L, false);
    follower("b", "star", 0L, 7_000L, 0L, null);
    follower("c", "star", 100L, 50L, 9L, true);
    follows.add(RowFactory.create("x", "never crawled", "star"));
    follows.add(RowFactory.create("y", "a", "star"));
    follows.add(RowFactory.create("x", "star", "star"));
    Row star = measured(2).get("star");
    assertThat(star.<Long>getAs("sampled")).isEqualTo(3);
    assertThat(star.<Long>getAs("picture_known")).isEqualTo(2);
    assertThat(star.<Long>getAs("no_picture")).isEqualTo(1);
    assertThat(star.<Long>getAs("posts_known")).isEqualTo(3);
    assertThat(star.<Long>getAs("no_posts")).isEqualTo(2);
    // Of 20, 7000 and 0.5 the middle one, in bins 1.9 % wide.
    assertThat(star.<Double>getAs("following_ratio")).isCloseTo(20, within(0.4));
    assertThat(star.<Double>getAs("first_digits")).isNull();
  }

  @Test
  void whatFollowersHideIsUnknown() {
    follower("a", "star", null, 200L, null, null);
    follower("b", "star", 5L, null, null, null);
    Row star = measured(1).get("star");
    assertThat(star.<Long>getAs("sampled")).isEqualTo(2);
    assertThat(star.<Long>getAs("picture_known")).isZero();
    assertThat(star.<Long>getAs("no_picture")).isNull();
    assertThat(star.<Long>getAs("posts_known")).isZero();
    assertThat(star.<Long>getAs("no_posts")).isNull();
    assertThat(star.<Double>getAs("following_ratio")).isNull();
  }

  @Test
  void eachThingHasToBeKnownOfEnoughFollowers() {
    for (int i = 0; i < 20; i++) {
      // 19 known of one thing, 20 of the other.
      follower("a" + i, "pictured", 10L, i < 19 ? 20L : null, i < 19 ? 0L : null, false);
      follower("b" + i, "counted", 10L, 20L, 0L, i < 19 ? false : null);
    }
    Map<String, Row> measured = measured(20);
    Row pictured = measured.get("pictured");
    assertThat(pictured.<Long>getAs("no_picture")).isEqualTo(20);
    assertThat(pictured.<Long>getAs("no_posts")).isNull();
    assertThat(pictured.<Double>getAs("following_ratio")).isNull();
    Row counted = measured.get("counted");
    assertThat(counted.<Long>getAs("no_picture")).isNull();
    assertThat(counted.<Long>getAs("no_posts")).isEqualTo(20);
    assertThat(counted.<Double>getAs("following_ratio")).isCloseTo(2, within(0.04));
  }

  @Test
  void firstDigitsThatAreAllOneDeviateFromBenford() {
    for (int i = 0; i < 50; i++) {
      follower("a" + i, "bought", i % 2 == 0 ? 1L : 19L, 1L, 1L, true);
      follower("b" + i, "few", i < 49 ? 1L : 0L, 1L, 1L, true);
    }
    // All of n at one digit of probability p: chi-square = n (1 / p - 1) = 50 x 2.3219 = 116.10.
    assertThat(measured(20).get("bought").<Double>getAs("first_digits"))
        .isCloseTo((116.10 - 8) / 50, within(1e-3));
    assertThat(measured(20).get("few").<Double>getAs("first_digits")).isNull();
    assertThat(measured(51).get("bought").<Double>getAs("first_digits")).isNull();
  }

  private void follower(
      String id, String whom, Long followers, Long followings, Long posts, Boolean picture) {
    follows.add(RowFactory.create("x", id, whom));
    accounts.add(RowFactory.create("x", id, followers, followings, posts, picture));
  }

  private Map<String, Row> measured(int least) {
    Dataset<Row> sample =
        FollowerSample.of(
            spark().createDataFrame(follows, FOLLOW),
            spark().createDataFrame(accounts, ACCOUNT),
            least);
    return sample.collectAsList().stream()
        .collect(Collectors.toMap(row -> row.<String>getAs("account_id"), Function.identity()));
  }
}

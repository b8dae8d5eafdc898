package io.assay.workbench.evaluation;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Plain scores to measure detectors by: each is what somebody would try first. They are yardsticks
 * and no part of any result.
 */
public enum Baseline {
  FOLLOWING_RATIO("following-ratio", "followings per follower") {
    @Override
    public Dataset<Row> scores(Crawled crawled) {
      return ProfileScores.followingRatio(crawled.accounts());
    }
  },
  TWO_SIDED_TAILS("two-sided-tails", "how far the profile's numbers lie in either tail") {
    @Override
    public Dataset<Row> scores(Crawled crawled) {
      return ProfileScores.twoSidedTails(crawled.accounts());
    }
  },
  ENGAGEMENT_COUNT("engagement-count", "posts engaged") {
    @Override
    public Dataset<Row> scores(Crawled crawled) {
      return EngagementValues.counts(crawled);
    }
  },
  CO_ENGAGEMENT("co-engagement", "most posts shared with one other actor") {
    @Override
    public Dataset<Row> scores(Crawled crawled) {
      return PairBaseline.of(crawled, EngagementValues.onPosts(crawled), new SharedPosts());
    }
  },
  WINDOWED_JACCARD("windowed-jaccard", "same posts within an hour, as a share of both's posts") {
    @Override
    public Dataset<Row> scores(Crawled crawled) {
      return PairBaseline.of(crawled, EngagementValues.timed(crawled), new WindowedJaccard());
    }
  },
  TFIDF_COSINE("tfidf-cosine", "same authors, the rarer the more") {
    @Override
    public Dataset<Row> scores(Crawled crawled) {
      return PairBaseline.of(crawled, EngagementValues.withAuthors(crawled), new TfIdfCosine());
    }
  };

  private final String title;
  private final String measures;

  Baseline(String title, String measures) {
    this.title = title;
    this.measures = measures;
  }

  /**
   * Scores accounts.
   *
   * @return platform, account_id, score (double, higher is more suspicious); accounts that cannot
   *     be scored have null or no row
   * @throws io.assay.contracts.UserError if the crawl is larger than a yardstick's index
   */
  public abstract Dataset<Row> scores(Crawled crawled);

  /** What people type. */
  public String title() {
    return title;
  }

  /** What it measures, in a few words. */
  public String measures() {
    return measures;
  }

  public static List<String> titles() {
    return Arrays.stream(values()).map(Baseline::title).toList();
  }

  /** The baseline of a title. */
  public static Baseline of(String title) {
    return Arrays.stream(values())
        .filter(b -> b.title.equals(title))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no baseline is called " + title));
  }
}

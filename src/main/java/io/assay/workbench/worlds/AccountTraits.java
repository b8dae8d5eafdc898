package io.assay.workbench.worlds;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is true of an account, as a function of its index. Accounts and posts both compute it from
 * here, so that a post knows its author without a join; Spark prunes the traits that are not used.
 */
final class AccountTraits {

  /** Which account, from 0. The lower, the more it posts. */
  static final Column INDEX = col("account_index");

  /** Position in {@link PlatformProfile}. */
  static final Column PLATFORM = col("platform_index");

  /** Position in {@link Vocabulary}. */
  static final Column LANGUAGE = col("language_index");

  /** True followers on the crawl's date, a double, whether shown or not. */
  static final Column REACH = col("reach");

  /** (likes + comments) / followers of its typical post. */
  static final Column RATE = col("typical_rate");

  /** Second, since 1970, at which the crawler last saw the account and all its posts. */
  static final Column SEEN = col("seen_second");

  static final double LEAST_FOLLOWERS = 10;
  static final double MOST_FOLLOWERS = 60e6;

  /** Above the rate at so few followers the power law would promise more likes than followers. */
  private static final double RATE_FLATTENS_BELOW = 100;

  private AccountTraits() {}

  /** Random columns of the account. */
  static Draw draw(GeneratorOptions options) {
    return new Draw(options.seed(), INDEX);
  }

  /**
   * @param rows with {@code account_index}
   * @return the same rows and the columns named above, {@code platform}, {@code language} and
   *     {@code account_id}
   */
  static Dataset<Row> with(Dataset<Row> rows, GeneratorOptions options) {
    Draw draw = draw(options);
    List<String> languages = Arrays.stream(Vocabulary.values()).map(Vocabulary::id).toList();
    return rows.withColumn("platform_index", platformIndex(draw))
        .withColumn("language_index", draw.choose(Vocabulary.accountShares(), "language"))
        .withColumn("seen_second", draw.below(86_400, "seen").plus(options.crawlDayStart()))
        .withColumn("platform", platform(PLATFORM))
        .withColumn("language", Draw.at(languages, LANGUAGE))
        .withColumn("account_id", SyntheticAccounts.id(INDEX, options))
        .withColumn("reach", reach(draw))
        .withColumn("typical_rate", typicalRate(draw));
  }

  /** Position of an account's platform. */
  static Column platformIndex(Draw draw) {
    return draw.choose(PlatformProfile.accountShares(), "platform");
  }

  /** The platform at a position. */
  static Column platform(Column position) {
    return Draw.at(
        Arrays.stream(PlatformProfile.values()).map(PlatformProfile::id).toList(), position);
  }

  /** Phrase of the account's language; {@code position} counts within one language's list. */
  static Column phrase(Function<Vocabulary, List<String>> list, Column position) {
    return Draw.at(Vocabulary.all(list), LANGUAGE.multiply(Vocabulary.each(list)).plus(position));
  }

  /** True for accounts that hide their likes. */
  static Column likesHidden(Draw draw) {
    return draw.uniform("likes hidden").lt(PlatformProfile.constant(p -> p.counters.likesHidden()));
  }

  private static Column reach(Draw draw) {
    Column log =
        PlatformProfile.constant(p -> p.size.logMedian())
            .plus(
                draw.normal("followers")
                    .multiply(PlatformProfile.constant(p -> p.size.deviation())));
    return least(greatest(exp(log), lit(LEAST_FOLLOWERS)), lit(MOST_FOLLOWERS));
  }

  private static Column typicalRate(Draw draw) {
    Column size = greatest(REACH, lit(RATE_FLATTENS_BELOW)).divide(1_000);
    Column ofSize =
        PlatformProfile.constant(p -> p.rate.small())
            .multiply(pow(size, PlatformProfile.constant(p -> p.rate.slope())));
    Column appeal =
        exp(
            draw.normal("appeal")
                .multiply(PlatformProfile.constant(p -> p.rate.betweenAccounts())));
    return ofSize.multiply(appeal);
  }
}

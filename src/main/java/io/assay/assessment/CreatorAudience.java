package io.assay.assessment;

import io.assay.contracts.AudienceTables;
import io.assay.contracts.DoubtedColumns;
import io.assay.contracts.RowLayout;
import io.assay.contracts.TableRow;
import io.assay.settings.AudienceSettings;
import io.assay.statistics.WilsonInterval;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Concludes from what was counted of a creator's audience. In: platform, account_id, handle,
 * followers, own_posts, rate_public, not_assessable_reason and the columns of {@link
 * AudienceCounts}, null where nothing was crawled. Out: {@link #SCHEMA}.
 *
 * @param settings from how many on a share is given
 */
record CreatorAudience(AudienceSettings settings) implements MapFunction<Row, Row>, Serializable {
  private static final RowLayout LAYOUT = RowLayout.measured(AudienceTables.AUDIENCE_QUALITY);
  private static final RowLayout COUNTRY =
      RowLayout.elementOf(AudienceTables.AUDIENCE_QUALITY, "audience_countries");
  private static final RowLayout LANGUAGE =
      RowLayout.elementOf(AudienceTables.AUDIENCE_QUALITY, "audience_languages");

  /** The most frequent first; of equals the first by name. */
  private static final Comparator<Row> FREQUENT =
      Comparator.<Row>comparingLong(row -> row.getLong(0))
          .reversed()
          .thenComparing(row -> row.getString(1));

  /** Columns of {@code gold.audience_quality} but the day and the run. */
  static final StructType SCHEMA = LAYOUT.schema();

  @Override
  public Row call(Row creator) {
    TableRow row = LAYOUT.row();
    for (String name :
        List.of("platform", "account_id", "handle", "followers", "own_posts", "rate_public")) {
      row.set(name, creator.getAs(name));
    }
    DoubtfulShare engagements = share(creator, DoubtedColumns.ENGAGEMENTS, row);
    share(creator, DoubtedColumns.ENGAGERS, row);
    DoubtfulShare followers = share(creator, DoubtedColumns.FOLLOWERS, row);
    comments(creator, row);
    places(creator, row);
    rate(creator, engagements, row);
    reach(creator, followers, row);
    return row.set("doubtful_at_least", settings.doubtfulAtLeast()).row();
  }

  private DoubtfulShare share(Row creator, DoubtedColumns columns, TableRow row) {
    DoubtfulShare share =
        DoubtfulShare.of(
            columns.words(),
            count(creator, columns.counted()),
            count(creator, columns.assessed()),
            count(creator, columns.doubtful()),
            settings.leastSampled());
    row.set(columns.counted(), share.crawled())
        .set(columns.assessed(), share.assessed())
        .set(columns.doubtful(), share.doubtful())
        .set(columns.reason(), share.reason());
    if (share.isKnown()) {
      row.set(columns.share(), share.value())
          .set(columns.low(), share.interval().low())
          .set(columns.high(), share.interval().high());
    }
    return share;
  }

  private void comments(Row creator, TableRow row) {
    long comments = count(creator, "comments");
    for (String name : List.of("comments", "commenters", "repeat_commenters")) {
      row.set(name, count(creator, name));
    }
    if (comments >= settings.leastSampled()) {
      row.set("repeat_comments_share", (double) count(creator, "repeat_comments") / comments);
    } else {
      row.set(
          "repeat_comments_reason",
          DoubtfulShare.tooSmall("comments", comments, settings.leastSampled()));
    }
  }

  private static void places(Row creator, TableRow row) {
    long audience = count(creator, "audience");
    long countries = count(creator, "country_known");
    long languages = count(creator, "language_known");
    row.set("audience", audience)
        .set("audience_countries", most(creator, "countries", countries, COUNTRY, "country"))
        .set("audience_languages", most(creator, "languages", languages, LANGUAGE, "language"));
    if (audience > 0) {
      row.set("country_known_share", (double) countries / audience)
          .set("language_known_share", (double) languages / audience);
    }
  }

  private static List<Row> most(
      Row creator, String column, long known, RowLayout layout, String place) {
    int at = creator.fieldIndex(column);
    List<Row> counted = creator.isNullAt(at) ? List.of() : creator.getList(at);
    return counted.stream()
        .sorted(FREQUENT)
        .map(
            found ->
                layout
                    .row()
                    .set(place, found.getString(1))
                    .set("accounts", found.getLong(0))
                    .set("share", (double) found.getLong(0) / known)
                    .row())
        .toList();
  }

  private static void rate(Row creator, DoubtfulShare engagements, TableRow row) {
    Double rate = creator.getAs("rate_public");
    if (rate == null) {
      String why = creator.getAs("not_assessable_reason");
      row.set("effective_rate_reason", "no engagement rate" + (why == null ? "" : ": " + why));
    } else if (!engagements.isKnown()) {
      row.set("effective_rate_reason", engagements.reason());
    } else {
      WilsonInterval doubtful = engagements.interval();
      row.set("effective_rate", rate * (1 - engagements.value()))
          .set("effective_rate_low", rate * (1 - doubtful.high()))
          .set("effective_rate_high", rate * (1 - doubtful.low()));
    }
  }

  private static void reach(Row creator, DoubtfulShare sampled, TableRow row) {
    Long followers = creator.getAs("followers");
    if (followers == null) {
      row.set("real_reach_reason", "followers are not shown");
    } else if (!sampled.isKnown()) {
      row.set("real_reach_reason", sampled.reason());
    } else {
      WilsonInterval doubtful = sampled.interval();
      row.set("real_reach", Math.round(followers * (1 - sampled.value())))
          .set("real_reach_low", Math.round(followers * (1 - doubtful.high())))
          .set("real_reach_high", Math.round(followers * (1 - doubtful.low())));
    }
  }

  /** A counter, 0 where nothing was crawled. */
  private static long count(Row creator, String name) {
    Long count = creator.getAs(name);
    return count == null ? 0 : count;
  }
}

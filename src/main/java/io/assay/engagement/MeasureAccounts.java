package io.assay.engagement;

import io.assay.statistics.LoneSights;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Turns sorted rows of one bucket, first what platforms show, then those of accounts, into one row
 * an account.
 *
 * <p>In: platform, account_id (null in a row of counts), handle, followers, seen_at, seen_followers
 * (null in a row of posts), block (null in the row of the account; see {@link PackPosts}), stated
 * (null in a row of posts; see {@link StatedAverages}). Out: {@link AccountMeasures#SCHEMA}. At any
 * time one account's posts are in memory.
 *
 * @param minPosts posts a rate needs
 * @param minPostsWithViews posts that likes per view need
 * @param maxPosts posts measured at most
 * @param shownShare share of a platform's counted posts that must carry a counter that it shows
 * @param endMicros end of the window, microseconds since 1970
 * @param limits which sights of followers are believed
 */
record MeasureAccounts(
    int minPosts,
    int minPostsWithViews,
    int maxPosts,
    double shownShare,
    long endMicros,
    LoneSights.Limits limits)
    implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private static final int BLOCK = 6;

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    AccountPosts posts = new AccountPosts(maxPosts);
    AccountMeasures measures = new AccountMeasures(minPosts, minPostsWithViews);
    Map<String, ShownCounters> shown = new HashMap<>();
    return new Iterator<>() {
      private Row ahead = firstOfAccounts(rows, shown);

      @Override
      public boolean hasNext() {
        return ahead != null;
      }

      @Override
      public Row next() {
        if (ahead == null) {
          throw new NoSuchElementException();
        }
        Row first = ahead;
        Row profile = null;
        posts.clear();
        while (ahead != null && sameAccount(first, ahead)) {
          if (ahead.isNullAt(BLOCK)) {
            profile = ahead;
          } else {
            PostBlock.read(ahead.getAs(BLOCK), posts);
          }
          ahead = rows.hasNext() ? rows.next() : null;
        }
        posts.complete();
        ShownCounters ofPlatform =
            shown.computeIfAbsent(first.getString(0), platform -> new ShownCounters());
        return measures.of(
            Profile.of(
                first,
                profile,
                ofPlatform.shares(shownShare),
                ofPlatform.saves(shownShare),
                endMicros,
                limits),
            posts);
      }
    };
  }

  private static Row firstOfAccounts(Iterator<Row> rows, Map<String, ShownCounters> shown) {
    while (rows.hasNext()) {
      Row row = rows.next();
      if (!row.isNullAt(1)) {
        return row;
      }
      shown
          .computeIfAbsent(row.getString(0), platform -> new ShownCounters())
          .add(row.<byte[]>getAs(BLOCK));
    }
    return null;
  }

  private static boolean sameAccount(Row a, Row b) {
    return a.getString(1).equals(b.getString(1)) && a.getString(0).equals(b.getString(0));
  }
}

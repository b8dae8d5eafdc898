package io.assay.engagement;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Turns the rows of a partition, sorted by account, into one row an account.
 *
 * <p>In: platform, account_id, handle, followers, seen_at, seen_followers (null in a row of posts),
 * block (null in a row of the account), shares_shown, saves_shown. Out: {@link
 * AccountMeasures#COLUMNS}. At any time one account's posts are in memory.
 *
 * @param minPosts posts a rate needs
 * @param maxPosts posts measured at most
 * @param endMicros end of the window, microseconds since 1970
 */
record MeasureAccounts(int minPosts, int maxPosts, long endMicros)
    implements MapPartitionsFunction<Row, Row> {

  private static final int BLOCK = 6;

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    AccountPosts posts = new AccountPosts(maxPosts);
    AccountMeasures measures = new AccountMeasures(minPosts);
    return new Iterator<>() {
      private Row ahead = rows.hasNext() ? rows.next() : null;

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
        return measures.of(Profile.of(first, profile, endMicros), posts);
      }
    };
  }

  private static boolean sameAccount(Row a, Row b) {
    return a.getString(1).equals(b.getString(1)) && a.getString(0).equals(b.getString(0));
  }
}

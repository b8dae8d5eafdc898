package io.assay.coordination.detection;

import io.assay.contracts.UserError;
import io.assay.coordination.detection.PlatformCrawl.Account;
import io.assay.coordination.detection.PlatformCrawl.StockComments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;

/**
 * Gathers what was counted over a whole platform and the parts of it that may matter, in whatever
 * order it comes, see {@link HeldRow}, and numbers accounts and posts in the order in which {@link
 * PlatformRows} does: of any two the same comes first. Cost: up to 40 bytes a row until all are
 * there.
 */
final class GatheredRows {
  private final String platform;
  private final long most;
  private final HeldColumns[] columns = new HeldColumns[HeldRow.NUMBERS.size()];
  private final Map<Long, Account> names = new HashMap<>();
  private final Map<Long, String> postIds = new HashMap<>();
  private final List<String> said = new ArrayList<>();
  private final ShareRows shares = new ShareRows();
  private final BeforeRows niches = new BeforeRows();
  private final BeforeRows members = new BeforeRows();
  private long rows;

  /**
   * @param most rows that are taken
   */
  GatheredRows(String platform, long most) {
    this.platform = platform;
    this.most = most;
    Arrays.setAll(columns, sort -> new HeldColumns(HeldRow.NUMBERS.get(sort)));
  }

  /**
   * @throws UserError if there are more than {@code coordination.max_held}
   */
  void add(Row row) {
    if (++rows > most) {
      throw new UserError(
          "what may matter of "
              + platform
              + " to the search for groups is more than "
              + most
              + " rows, more than coordination.max_held",
          "Raise coordination.max_held (some 100 bytes of memory each), or shorten"
              + " coordination.window_days.");
    }
    int sort = row.getInt(0);
    long key = row.getLong(1);
    switch (sort) {
      case HeldRow.NAME -> names.put(key, new Account(key, row.getString(6), row.getString(7)));
      case HeldRow.OBJECT -> shares.object(key, row.getString(6));
      case HeldRow.SHARE -> shares.share(key, row.getLong(2), row.getLong(3), row.getLong(4));
      case HeldRow.NICHE_BEFORE -> niches.add(key, row.getString(6), 0);
      case HeldRow.MEMBER_BEFORE -> members.add(key, row.getString(6), row.getLong(3));
      case HeldRow.POST -> {
        columns[sort].add(row);
        if (!row.isNullAt(6)) {
          postIds.put(key, row.getString(6));
        }
      }
      case HeldRow.STOCK -> {
        columns[sort].add(row);
        said.add(row.getString(6));
      }
      default -> columns[sort].add(row);
    }
  }

  HeldColumns of(int sort) {
    return columns[sort];
  }

  /** Keys of the authors, ascending. */
  long[] authorKeys() {
    return Arrays.stream(columns[HeldRow.AUTHOR].keys()).sorted().toArray();
  }

  /** Keys of all accounts: those of the authors, then others, both ascending. */
  long[] accountKeys() {
    long[] authors = authorKeys();
    LongStream known =
        LongStream.concat(
            Arrays.stream(columns[HeldRow.ACTOR].keys()),
            names.keySet().stream().mapToLong(k -> k));
    LongStream others = known.filter(k -> Arrays.binarySearch(authors, k) < 0).sorted().distinct();
    return LongStream.concat(Arrays.stream(authors), others).toArray();
  }

  /** Who an account is; its id is null where nobody will ask for it. */
  Account account(long key) {
    return names.getOrDefault(key, new Account(key, null, null));
  }

  String postId(long key) {
    return postIds.get(key);
  }

  /** Stock comments by numbers of accounts and posts. */
  StockComments stock(KeyNumbers accounts, KeyNumbers posts) {
    Map<String, Integer> phrases = new HashMap<>();
    List<String> all = new ArrayList<>();
    IntList actor = new IntList();
    IntList post = new IntList();
    IntList phrase = new IntList();
    HeldColumns stock = columns[HeldRow.STOCK];
    for (int i = 0; i < stock.size(); i++) {
      int on = posts.of(stock.other(i));
      if (on == KeyNumbers.NONE) {
        continue;
      }
      actor.add(accounts.of(stock.key(i)));
      post.add(on);
      phrase.add(
          phrases.computeIfAbsent(
              said.get(i),
              text -> {
                all.add(text);
                return all.size() - 1;
              }));
    }
    return new StockComments(actor.toArray(), post.toArray(), phrase.toArray(), all);
  }

  ShareRows shares() {
    return shares;
  }

  BeforeRows nichesBefore() {
    return niches;
  }

  BeforeRows membersBefore() {
    return members;
  }
}

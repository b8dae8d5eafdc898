package io.assay.signals;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** One account's activity, gathered event by event. */
final class ActivityRow {
  private static final List<String> DECIMALS =
      List.of("interval_cv", "quiet_hours", "delay_median", "per_day");

  private static final List<String> COUNTS =
      List.of(
          "acted",
          "delays",
          "fast",
          "wrote",
          "wrote_words",
          "wrote_generic",
          "wrote_emoji",
          "wrote_one_word",
          "wrote_mentions",
          "wrote_links",
          "wrote_promotion",
          "wrote_repeats",
          "wrote_copied",
          "got",
          "got_generic",
          "got_emoji",
          "got_one_word",
          "got_from",
          "got_copied");

  /**
   * platform, account_id; interval_cv, quiet_hours (h), delay_median (s), per_day (engagements a
   * day), null where nothing is dated; and counts (long, null for 0).
   */
  static final StructType SCHEMA = schema();

  private final Timing timing = new Timing();
  private final Comments wrote = new Comments();
  private final Comments got = new Comments();
  private String account;
  private long wroteCopied;
  private long gotCopied;

  void start(String name) {
    account = name;
    timing.clear();
    wrote.clear();
    got.clear();
    wroteCopied = 0;
    gotCopied = 0;
  }

  /** One of {@link EventRows}' rows, in the order of role and at. */
  void add(int role, long at, long value) {
    switch (role) {
      case EventRows.ACTED -> timing.add(at, value);
      case EventRows.WROTE -> wrote.add(at, value);
      case EventRows.GOT -> got.add(at, value);
      case EventRows.WROTE_COPY -> wroteCopied++;
      case EventRows.GOT_COPY -> gotCopied++;
      default -> throw new IllegalArgumentException("no such role: " + role);
    }
  }

  Row end() {
    int separator = account.indexOf(EventRows.SEPARATOR);
    Object[] values = new Object[SCHEMA.size()];
    values[0] = account.substring(0, separator);
    values[1] = account.substring(separator + 1);
    values[2] = timing.intervalCv();
    values[3] = timing.quietHours();
    values[4] = timing.delayMedian();
    values[5] = timing.perDay();
    long[] counts = {
      timing.n(),
      timing.delays(),
      timing.fast(),
      wrote.n(),
      wrote.words(),
      wrote.of(CommentText.GENERIC),
      wrote.of(CommentText.EMOJI_ONLY),
      wrote.of(CommentText.ONE_WORD),
      wrote.of(CommentText.MENTION_ONLY),
      wrote.of(CommentText.LINK),
      wrote.of(CommentText.PROMOTION),
      wrote.repeats(),
      wroteCopied,
      got.n(),
      got.of(CommentText.GENERIC),
      got.of(CommentText.EMOJI_ONLY) + got.of(CommentText.MENTION_ONLY),
      got.of(CommentText.ONE_WORD),
      got.distinct(),
      gotCopied
    };
    for (int i = 0; i < counts.length; i++) {
      values[2 + DECIMALS.size() + i] = counts[i];
    }
    return RowFactory.create(values);
  }

  private static StructType schema() {
    StructType schema = new StructType().add("platform", StringType).add("account_id", StringType);
    for (String name : DECIMALS) {
      schema = schema.add(name, DoubleType);
    }
    for (String name : COUNTS) {
      schema = schema.add(name, LongType);
    }
    return schema;
  }
}

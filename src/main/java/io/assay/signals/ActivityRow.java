package io.assay.signals;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.assay.text.CommentText;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** One account's activity, gathered event by event. */
final class ActivityRow {

  /** A column and what stands in it. */
  private record Measure(String name, DataType type, Function<ActivityRow, Object> value) {}

  private static final List<Measure> MEASURES =
      List.of(
          new Measure("platform", StringType, row -> row.account.substring(0, row.separator())),
          new Measure("account_id", StringType, row -> row.account.substring(row.separator() + 1)),
          decimal("interval_spread", row -> row.timing.intervalSpread()),
          decimal("quiet_hours", row -> row.timing.quietHours()),
          decimal("delay_median", row -> row.timing.delayMedian()),
          decimal("per_day", row -> row.timing.perDay()),
          count("acted", row -> row.timing.n()),
          count("active_days", row -> row.timing.days()),
          count("delays", row -> row.timing.delays()),
          count("fast", row -> row.timing.fast()),
          count("wrote_comments", row -> row.wrote.all() + row.wroteUnread),
          count("wrote", row -> row.wrote.texts()),
          count("wrote_words", row -> row.wrote.words()),
          count("wrote_generic", row -> row.wrote.of(CommentText.GENERIC)),
          count("wrote_emoji", row -> row.wrote.of(CommentText.EMOJI_ONLY)),
          count("wrote_one_word", row -> row.wrote.of(CommentText.ONE_WORD)),
          count("wrote_mentions", row -> row.wrote.of(CommentText.MENTION_ONLY)),
          count("wrote_links", row -> row.wrote.of(CommentText.LINK)),
          count("wrote_promotion", row -> row.wrote.of(CommentText.PROMOTION)),
          count("wrote_repeats", row -> row.wrote.repeats()),
          count("wrote_copied", row -> row.wroteCopied),
          count("got_comments", row -> row.got.all()),
          count("got_from", row -> row.got.distinct()),
          count("got", row -> row.got.texts()),
          count("got_generic", row -> row.got.of(CommentText.GENERIC)),
          count(
              "got_emoji",
              row -> row.got.of(CommentText.EMOJI_ONLY) + row.got.of(CommentText.MENTION_ONLY)),
          count("got_one_word", row -> row.got.of(CommentText.ONE_WORD)),
          count("got_copied", row -> row.gotCopied));

  /**
   * platform, account_id; interval_spread, quiet_hours (h), delay_median (s), per_day (engagements
   * a day), null where too little is dated; and counts (long): {@code wrote_comments} and {@code
   * got_comments} of all comments, {@code wrote} and {@code got} of those with a text, of which the
   * counts that begin with these names are parts, but for {@code got_from}, the accounts that wrote
   * {@code got_comments}.
   */
  static final StructType SCHEMA = schema();

  private final Timing timing = new Timing();
  private final Comments wrote = new Comments();
  private final Comments got = new Comments();
  private String account;
  private long wroteUnread;
  private long wroteCopied;
  private long gotCopied;

  void start(String name) {
    account = name;
    timing.clear();
    wrote.clear();
    got.clear();
    wroteUnread = 0;
    wroteCopied = 0;
    gotCopied = 0;
  }

  /** One of {@link EventRows}' rows, in the order of role and at. */
  void add(int role, long at, long value) {
    switch (role) {
      case EventRows.ACTED -> timing.add(at, value);
      case EventRows.WROTE -> wrote.add(at, value);
      case EventRows.WROTE_UNREAD -> wroteUnread++;
      case EventRows.GOT -> got.add(at, value);
      case EventRows.WROTE_COPY -> wroteCopied++;
      case EventRows.GOT_COPY -> gotCopied++;
      case EventRows.SEEN -> {
        // That there is a row says it.
      }
      default -> throw new IllegalArgumentException("no such role: " + role);
    }
  }

  Row end() {
    Object[] values = new Object[MEASURES.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = MEASURES.get(i).value().apply(this);
    }
    return RowFactory.create(values);
  }

  private int separator() {
    return account.indexOf(EventRows.SEPARATOR);
  }

  private static Measure decimal(String name, Function<ActivityRow, Object> value) {
    return new Measure(name, DoubleType, value);
  }

  private static Measure count(String name, ToLongFunction<ActivityRow> value) {
    return new Measure(name, LongType, value::applyAsLong);
  }

  private static StructType schema() {
    StructType schema = new StructType();
    for (Measure measure : MEASURES) {
      schema = schema.add(measure.name(), measure.type());
    }
    return schema;
  }
}

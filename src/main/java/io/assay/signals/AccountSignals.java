package io.assay.signals;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Field;
import io.assay.contracts.Signal;
import io.assay.contracts.SignalTables;
import io.assay.settings.SignalSettings;
import io.assay.statistics.Keys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every account with every signal: the inputs side by side, and the declared expressions. */
final class AccountSignals {
  private static final List<String> KEY = List.of("platform", "account_id");

  private AccountSignals() {}

  /**
   * What is known of each account, side by side: columns of {@code profile}, {@code engagement},
   * {@code growth}, {@code followers}, {@code posting} and {@code activity}, by these names. One
   * row an account, author or actor. Cost: one exchange of each input by account. They are merged
   * whatever their size: where all are small, to send each to everybody would be a Spark job of its
   * own.
   */
  static Dataset<Row> inputs(
      Dataset<Row> profile,
      Dataset<Row> engagement,
      Dataset<Row> growth,
      Dataset<Row> followers,
      Dataset<Row> posting,
      Dataset<Row> activity) {
    // Every profile and author has a row of engagement.
    Dataset<Row> all = keyed(engagement, "engagement");
    all = all.join(keyed(profile, "profile"), same("profile"), "left");
    all = all.join(keyed(growth, "growth"), same("growth"), "left");
    all = all.join(keyed(followers, "followers"), same("followers"), "left");
    all = all.join(keyed(posting, "posting"), same("posting"), "left");
    return all.join(keyed(activity, "activity"), same("activity"), "full_outer");
  }

  /**
   * @param inputs result of {@link #inputs}
   * @return {@code gold.account_signal}
   */
  static Dataset<Row> of(Dataset<Row> inputs, GroupsBySize groups, SignalSettings settings) {
    List<Column> measured = new ArrayList<>();
    for (String key : KEY) {
      measured.add(either(key));
    }
    measured.add(expr("profile.handle").as("handle"));
    measured.add(expr("profile.followers").as("followers"));
    Reasons.of(settings).forEach((input, reason) -> measured.add(reason.as(input.reasonColumn())));
    SignalTables.measured().forEach(signal -> measured.add(raw(signal)));
    return inputs.select(measured.toArray(Column[]::new)).select(columns(groups));
  }

  /** The value of a signal as its expression has it; infinities and NaN are not known. */
  static Column raw(Signal signal) {
    Column value = expr(signal.sql()).cast(signal.type());
    return (signal.isFlag()
            ? value
            : when(value.between(-Double.MAX_VALUE, Double.MAX_VALUE), value))
        .as(signal.name());
  }

  private static Column[] columns(GroupsBySize groups) {
    Map<String, Column> made = new HashMap<>();
    SignalTables.measured().forEach(signal -> made.put(signal.name(), given(signal)));
    made.put("peer_group", groups.of(col("platform"), col("followers")).as("peer_group"));
    return SignalTables.ACCOUNT_SIGNAL.measured().stream()
        .map(Field::name)
        .map(name -> made.getOrDefault(name, col(name)))
        .toArray(Column[]::new);
  }

  private static Column given(Signal signal) {
    Column reason = col(signal.input().reasonColumn());
    return when(reason.isNull(), col(signal.name())).as(signal.name());
  }

  /** A hash leads the key, because rows are compared by their first eight bytes. */
  private static Dataset<Row> keyed(Dataset<Row> rows, String name) {
    boolean has = List.of(rows.columns()).contains(Keys.HASH);
    return (has ? rows : rows.withColumn(Keys.HASH, Keys.hash(KEY))).hint("merge").as(name);
  }

  private static Column same(String name) {
    return Stream.concat(Stream.of(Keys.HASH), KEY.stream())
        .map(key -> expr("engagement." + key + " = " + name + "." + key))
        .reduce(Column::and)
        .orElseThrow();
  }

  private static Column either(String key) {
    return coalesce(expr("engagement." + key), expr("activity." + key)).as(key);
  }
}

package io.assay.workbench.worlds;

import io.assay.contracts.Feed;
import io.assay.contracts.Field;
import io.assay.contracts.RowLayout;
import io.assay.contracts.TableRow;
import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The rows of one feed, made account by account. */
abstract class FeedRows implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Column beside those of the feed: number of the delivery that a row is in (int). */
  static final String DELIVERY = "delivery";

  final Society society;
  final Deliveries deliveries;
  final Names names;
  private final String name;
  private final RowLayout layout;
  private final List<String> times;

  /**
   * @param columns those that are given, of the feed's
   * @param deliveries into which the rows are cut
   */
  FeedRows(Feed feed, List<String> columns, Society society, Deliveries deliveries) {
    this.society = society;
    this.deliveries = deliveries;
    names = new Names(society);
    name = feed.name();
    StructType made = new StructType();
    for (String column : columns) {
      Field field = field(feed, column);
      boolean time = field.type().equals(DataTypes.TimestampType);
      made = made.add(column, time ? DataTypes.LongType : field.type(), true);
    }
    made = made.add(DELIVERY, DataTypes.IntegerType, false);
    layout = RowLayout.of(feed.name(), made);
    times =
        columns.stream()
            .filter(c -> field(feed, c).type().equals(DataTypes.TimestampType))
            .toList();
  }

  private static Field field(Feed feed, String column) {
    return feed.fields().stream()
        .filter(f -> f.name().equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(feed.name() + " has no " + column));
  }

  /** The feed's name. */
  final String name() {
    return name;
  }

  /** The columns, times as seconds since 1970, and {@link #DELIVERY}. */
  final StructType schema() {
    return layout.schema();
  }

  /** A row of {@link #schema} that is in a delivery, to be filled in. */
  final TableRow row(int delivery) {
    return layout.row().set(DELIVERY, delivery);
  }

  /** The columns of the feed from rows of {@link #schema}. */
  final Column[] columns() {
    String[] given = schema().fieldNames();
    Column[] columns = new Column[given.length - 1];
    for (int i = 0; i < columns.length; i++) {
      String column = given[i];
      Column made = functions.col(column);
      columns[i] = times.contains(column) ? functions.timestamp_seconds(made).as(column) : made;
    }
    return columns;
  }

  /** Hands out the rows that an account accounts for, always in the same order. */
  abstract void of(int index, Consumer<Row> rows);
}

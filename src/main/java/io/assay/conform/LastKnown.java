package io.assay.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.assay.contracts.Feed;
import io.assay.contracts.Table;
import io.assay.statistics.Keys;
import io.assay.statistics.RowFunction;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The last known value of each column of each key. */
final class LastKnown {
  private static final String OLDER = "_older";
  private static final String STATE = "_state";

  private LastKnown() {}

  /** As the other, where nobody watches. */
  static Dataset<Row> of(Dataset<Row> seen, Table state, Feed feed, LocalDate keptFrom) {
    return of(seen, state, feed, keptFrom, UnaryOperator.identity());
  }

  /**
   * One row a key, see {@link KnownValues}. Cost: one exchange and one sort of the sights.
   *
   * @param seen rows of {@link ObservedRows}
   * @param keptFrom first day of which a value is kept that later sights do not show
   * @param watched gives back the rows that it is given in their order, all of a key in one place
   * @return the columns of {@link StateColumns}; what is computed from others is null unless it was
   *     delivered
   */
  static Dataset<Row> of(
      Dataset<Row> seen,
      Table state,
      Feed feed,
      LocalDate keptFrom,
      UnaryOperator<Dataset<Row>> watched) {
    StateColumns columns = StateColumns.of(state);
    Dataset<Row> sorted =
        seen.withColumn(Keys.HASH, Keys.hash(List.of(Latest.identityNames(feed))))
            .withColumn(OLDER, lead(lit(true), 1).over(Latest.first(feed)));
    long from = TimeUnit.SECONDS.toMicros(keptFrom.atStartOfDay().toEpochSecond(ZoneOffset.UTC));
    Column merged =
        RowFunction.column(
            new MergeSights(columns, from),
            struct(struct(columns.columns()), col(ObservedRows.OF_STATE), col(OLDER).isNull()),
            columns.schema());
    return watched
        .apply(sorted)
        .select(merged.as(STATE))
        .where(col(STATE).isNotNull())
        .select(STATE + ".*");
  }
}

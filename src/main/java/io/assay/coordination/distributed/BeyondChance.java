package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.col;

import io.assay.coordination.detection.CriticalRates;
import io.assay.coordination.detection.SharingRules;
import io.assay.coordination.detection.SharingSample;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Steps 5 and 5b: whether two objects share more actors than these would bring them by chance. In:
 * pairs with {@code shared} and, of each of the two, what {@link #STATISTICS} names, see {@link
 * #with}.
 */
final class BeyondChance implements FilterFunction<Row> {
  private static final long serialVersionUID = 1L;

  /**
   * Of an object: its author; the sum of what its kept actors do, of all and in its niche; what
   * counts on it; its actors; its niche (negative for none) and what counts there.
   */
  static final String[] STATISTICS = {
    "author", "weight", "niche_weight", "counted", "n", "niche", "niche_events"
  };

  private static final int FIRST = 3;
  private static final int SECOND = FIRST + STATISTICS.length;

  private final SharingRules rules;
  private final double events;
  private transient CriticalRates rates;

  /**
   * @param events all that count
   */
  BeyondChance(SharingRules rules, long events) {
    this.rules = rules;
    this.events = events;
  }

  /**
   * Improbable ones of some pairs. Cost: two exchanges of the pairs.
   *
   * @param pairs {@code first, second, shared} (long)
   * @param statistics {@code object} and {@link #STATISTICS}, all long
   * @return {@code first, second, shared, first_author, second_author}
   */
  Dataset<Row> of(Dataset<Row> pairs, Dataset<Row> statistics) {
    return with(
            with(pairs.select("first", "second", "shared"), statistics, "first"),
            statistics,
            "second")
        .filter(this)
        .select("first", "second", "shared", "first_author", "second_author");
  }

  private static Dataset<Row> with(Dataset<Row> pairs, Dataset<Row> statistics, String which) {
    Dataset<Row> named =
        statistics.select(
            Stream.concat(
                    Stream.of(col("object").as(which)),
                    Arrays.stream(STATISTICS).map(name -> col(name).as(which + "_" + name)))
                .toArray(Column[]::new));
    Column[] columns =
        Stream.concat(
                Arrays.stream(pairs.columns()), Arrays.stream(STATISTICS).map(n -> which + "_" + n))
            .map(name -> col(name))
            .toArray(Column[]::new);
    return pairs.join(named, which).select(columns);
  }

  @Override
  public boolean call(Row pair) {
    if (rates == null) {
      rates = new CriticalRates(rules.chance());
    }
    long shared = pair.getLong(2);
    if (shared < rules.leastShared()) {
      return false;
    }
    double expected =
        rules.slack() * Math.max(rate(pair, FIRST, SECOND), rate(pair, SECOND, FIRST));
    return expected <= rates.of((int) shared);
  }

  private double rate(Row pair, int object, int other) {
    return SharingSample.rate(
        weight(pair, object, other),
        (int) pair.getLong(other + 3),
        SharingSample.kept(rules, (int) pair.getLong(other + 4)),
        SharingSample.kept(rules, (int) pair.getLong(object + 4)));
  }

  private double weight(Row pair, int object, int other) {
    double all = pair.getLong(object + 1) / events;
    long niche = pair.getLong(object + 5);
    if (niche < 0 || pair.getLong(other + 5) != niche) {
      return all;
    }
    return Math.max(all, (double) pair.getLong(object + 2) / Math.max(1, pair.getLong(object + 6)));
  }
}

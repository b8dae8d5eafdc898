package io.assay.workbench.evaluation;

import io.assay.contracts.TableRow;

/**
 * One metric of one part of the accounts.
 *
 * @param metric name, see {@link Metrics}
 * @param scope {@link #LABELLED} or {@link #ASSESSED}
 * @param part the accounts it is of
 * @param bin bin of likelihood or strength; {@link Part#ALL} for any
 * @param value the metric; null where the reason says why
 * @param low lower end of the 95 % interval; null without one
 * @param high upper end of it
 * @param n what was counted, accounts or groups
 * @param positives of these the positive
 * @param reason why there is no value; null where there is one
 */
public record Result(
    String metric,
    String scope,
    Part part,
    String bin,
    Double value,
    Double low,
    Double high,
    long n,
    long positives,
    String reason) {

  /** Every labelled account; those without a value rank last, as one tie. The headline. */
  public static final String LABELLED = "labelled";

  /** Only accounts with a value. */
  public static final String ASSESSED = "assessed";

  /** Two results with equal keys, of different seeds, are the same measurement. */
  public record Key(String metric, String scope, Part part, String bin) {}

  public Key key() {
    return new Key(metric, scope, part, bin);
  }

  /** Fills in the columns of a metric, which every table that holds metrics has. */
  public TableRow into(TableRow row) {
    return row.set("metric", metric)
        .set("value", value)
        .set("low", low)
        .set("high", high)
        .set("n", n)
        .set("positives", positives)
        .set("reason", reason);
  }

  /** A result of a part as a whole; NaN is no value. */
  static Result of(
      String metric, String scope, Part part, double value, long n, long positives, String reason) {
    return new Result(
        metric,
        scope,
        part,
        part.strength(),
        Double.isNaN(value) ? null : value,
        null,
        null,
        n,
        positives,
        Double.isNaN(value) ? reason : null);
  }

  /** The same of a bin. */
  Result ofBin(String name) {
    return new Result(metric, scope, part, name, value, low, high, n, positives, reason);
  }

  /** The same with an interval, where there is a value to have one. */
  Result within(Bootstrap.Interval interval) {
    return value == null || interval == null
        ? this
        : new Result(
            metric, scope, part, bin, value, interval.low(), interval.high(), n, positives, reason);
  }
}

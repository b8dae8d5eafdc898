package io.assay.workbench.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One metric over several seeds.
 *
 * @param world name of the world; null where none was made
 * @param scorer table or baseline
 * @param measured the column
 * @param key the metric and what it is of
 * @param values of the seeds that have one, in their order
 * @param mean of these
 * @param sd standard deviation between seeds, by n - 1; NaN of one
 * @param min smallest
 * @param max largest
 */
public record SpreadOverSeeds(
    String world,
    String scorer,
    EvaluationRequest.Measured measured,
    Result.Key key,
    List<Double> values,
    double mean,
    double sd,
    double min,
    double max) {

  /** How many seeds have a value. */
  public int seeds() {
    return values.size();
  }

  private record Where(
      String world, String scorer, EvaluationRequest.Measured measured, Result.Key key) {}

  /** Of every metric that some seed has a value of, in the order of the first seed's results. */
  public static List<SpreadOverSeeds> of(List<EvaluationLog.Entry> entries) {
    Map<Where, List<Double>> values = new LinkedHashMap<>();
    for (EvaluationLog.Entry entry : entries) {
      for (Evaluated.OfColumn column : entry.evaluated().columns()) {
        for (Result result : column.results()) {
          if (result.value() != null) {
            values
                .computeIfAbsent(
                    new Where(entry.world(), entry.scorer(), column.measured(), result.key()),
                    where -> new ArrayList<>())
                .add(result.value());
          }
        }
      }
    }
    return values.entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
  }

  private static SpreadOverSeeds of(Where where, List<Double> values) {
    double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return new SpreadOverSeeds(
        where.world(),
        where.scorer(),
        where.measured(),
        where.key(),
        List.copyOf(values),
        mean,
        values.size() == 1 ? Double.NaN : Math.sqrt(squares / (values.size() - 1)),
        values.stream().mapToDouble(v -> v).min().orElseThrow(),
        values.stream().mapToDouble(v -> v).max().orElseThrow());
  }
}

package io.assay.reporting.changes;

import io.assay.text.PlainNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/**
 * The models that judged a day, as its tables show them.
 *
 * @param kinds by kind: the model of its likelihood
 * @param weights by kind and signal: of what was known of any account
 * @param clusters by platform and stratum: how accounts are divided
 */
record ModelsOfDay(
    Map<String, KindStart> kinds,
    Map<String, Map<String, Double>> weights,
    Map<String, ClusterDivision> clusters) {

  /** The model of a kind's likelihood, and what it starts from. */
  record KindStart(String model, double baseRate, double intercept) {}

  /**
   * The division into clusters.
   *
   * @param fittedOn day it was fitted to
   * @param hash of its numbers
   */
  record ClusterDivision(String fittedOn, long hash) {}

  /**
   * @param levels kind, model, base_rate, intercept
   * @param weights kind, signal, weight
   * @param clusters platform, stratum, fitted_on (text), hash
   */
  static ModelsOfDay of(Collection<Row> levels, Collection<Row> weights, Collection<Row> clusters) {
    Map<String, KindStart> kinds = new TreeMap<>();
    levels.forEach(
        row ->
            kinds.put(
                row.getString(0),
                new KindStart(row.getString(1), row.getDouble(2), row.getDouble(3))));
    Map<String, Map<String, Double>> byKind = new TreeMap<>();
    weights.forEach(
        row ->
            byKind
                .computeIfAbsent(row.getString(0), kind -> new TreeMap<>())
                .put(row.getString(1), row.getDouble(2)));
    Map<String, ClusterDivision> divisions = new TreeMap<>();
    clusters.forEach(
        row ->
            divisions.put(
                row.getString(0) + ", " + row.getString(1),
                new ClusterDivision(row.getString(2), row.getLong(3))));
    return new ModelsOfDay(kinds, byKind, divisions);
  }

  /** In what another day's models differ, a line each. */
  List<String> differences(ModelsOfDay other) {
    List<String> lines = new ArrayList<>();
    kinds.forEach((kind, model) -> ofKind(kind, model, other, lines));
    TreeSet<String> divided = new TreeSet<>(clusters.keySet());
    divided.retainAll(other.clusters.keySet());
    for (String stratum : divided) {
      ClusterDivision before = clusters.get(stratum);
      ClusterDivision after = other.clusters.get(stratum);
      if (!before.equals(after)) {
        lines.add(
            "clusters of "
                + stratum
                + ": "
                + (before.fittedOn().equals(after.fittedOn())
                    ? "fitted to " + before.fittedOn() + ", and fitted again"
                    : "fitted to " + before.fittedOn() + " -> " + after.fittedOn()));
      }
    }
    return lines;
  }

  private void ofKind(String kind, KindStart before, ModelsOfDay other, List<String> lines) {
    KindStart after = other.kinds.get(kind);
    if (after == null) {
      return;
    }
    if (!before.model().equals(after.model())) {
      lines.add(kind + ": model " + before.model() + " -> " + after.model());
      return;
    }
    number(kind + ": base rate", before.baseRate(), after.baseRate(), lines);
    number(kind + ": intercept", before.intercept(), after.intercept(), lines);
    Map<String, Double> now = other.weights.getOrDefault(kind, Map.of());
    weights
        .getOrDefault(kind, Map.of())
        .forEach(
            (signal, weight) ->
                number(
                    kind + ": weight of " + signal,
                    weight,
                    Objects.requireNonNullElse(now.get(signal), weight),
                    lines));
  }

  private static void number(String what, double before, double after, List<String> lines) {
    if (before != after) {
      lines.add(what + " " + PlainNumber.of(before, false) + " -> " + PlainNumber.of(after, false));
    }
  }

  /** Whether the model of a kind is the same on another day, as far as both show it. */
  boolean isSame(String kind, ModelsOfDay other) {
    return differences(other).stream().noneMatch(line -> line.startsWith(kind + ":"));
  }
}

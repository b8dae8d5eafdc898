package io.assay.clusters;

import io.assay.contracts.ClusterTables;
import io.assay.contracts.RowLayout;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.peers.AccountRow;
import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How the accounts of a stratum of a platform are divided: each belongs to the nearest centre.
 *
 * @param fittedOn day it was fitted to
 * @param sampled accounts it was fitted to
 * @param centres at least one
 */
record ClusterModel(
    String platform,
    Stratum stratum,
    LocalDate fittedOn,
    long sampled,
    ClusterSpace space,
    List<double[]> centres)
    implements Serializable {
  private static final RowLayout LAYOUT = RowLayout.measured(ClusterTables.CLUSTER_MODEL);

  /** Columns of {@code gold.cluster_model} but the day and the run. */
  static final StructType SCHEMA = LAYOUT.schema();

  /** Distances of an account to all centres. */
  double[] distances(AccountRow account) {
    double[] point = space.of(account);
    double[] distances = new double[centres.size()];
    for (int c = 0; c < distances.length; c++) {
      double sum = 0;
      double[] centre = centres.get(c);
      for (int i = 0; i < point.length; i++) {
        double step = point[i] - centre[i];
        sum += step * step;
      }
      distances[c] = Math.sqrt(sum);
    }
    return distances;
  }

  /** Number of the nearest centre, of equals the first. */
  static int nearest(double[] distances) {
    int nearest = 0;
    for (int c = 1; c < distances.length; c++) {
      if (distances[c] < distances[nearest]) {
        nearest = c;
      }
    }
    return nearest;
  }

  int leaf(AccountRow account) {
    return nearest(distances(account));
  }

  /** As {@link #SCHEMA}. */
  Row row() {
    return LAYOUT
        .row()
        .set("platform", platform)
        .set("stratum", stratum.title())
        .set("fitted_on", fittedOn)
        .set("sampled", sampled)
        .set("signals", space.axes().stream().map(a -> Signals.ALL.get(a.place()).name()).toList())
        .set("factors", numbers(ClusterSpace.Coordinate::factor))
        .set("medians", numbers(ClusterSpace.Coordinate::median))
        .set("scales", numbers(ClusterSpace.Coordinate::scale))
        .set("weights", numbers(ClusterSpace.Coordinate::weight))
        .set("centres", centres.stream().map(c -> Arrays.stream(c).boxed().toList()).toList())
        .row();
  }

  private List<Double> numbers(ToDoubleFunction<ClusterSpace.Coordinate> of) {
    return space.axes().stream().map(axis -> of.applyAsDouble(axis)).toList();
  }

  /** A row of {@code gold.cluster_model}; null if it is of signals that there are no longer. */
  static ClusterModel of(Row row) {
    List<String> names = Signals.ALL.stream().map(Signal::name).toList();
    List<String> signals = row.getList(row.fieldIndex("signals"));
    if (!names.containsAll(signals)) {
      return null;
    }
    List<ClusterSpace.Coordinate> axes = new ArrayList<>();
    for (int i = 0; i < signals.size(); i++) {
      axes.add(
          new ClusterSpace.Coordinate(
              names.indexOf(signals.get(i)),
              number(row, "factors", i),
              number(row, "medians", i),
              number(row, "scales", i),
              number(row, "weights", i)));
    }
    List<double[]> centres = new ArrayList<>();
    List<Seq<Double>> points = row.getList(row.fieldIndex("centres"));
    for (Seq<Double> point : points) {
      centres.add(
          CollectionConverters.asJava(point).stream().mapToDouble(Double::doubleValue).toArray());
    }
    return new ClusterModel(
        row.getAs("platform"),
        Stratum.of(row.getAs("stratum")),
        row.<Date>getAs("fitted_on").toLocalDate(),
        row.<Long>getAs("sampled"),
        new ClusterSpace(axes),
        centres);
  }

  private static double number(Row row, String column, int i) {
    return (Double) row.getList(row.fieldIndex(column)).get(i);
  }
}

package io.assay.engagement;

import io.assay.statistics.Histogram;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * The values of all accounts, counted by place and bin, on the driver.
 *
 * <p>Memory does not grow with accounts: platforms x (pieces of the follower axis + sizes) x kinds
 * of post x metrics x bins. With the shipped settings that is some 100,000 cells of 100 bytes for
 * four platforms, and cannot be more than about 2 million.
 *
 * @param places a histogram of each place that holds a value
 */
record ValueCounts(Map<Place, Histogram> places) {

  /**
   * @param cells rows of {@link CountValues#of}; also those of single partitions
   */
  static ValueCounts of(Collection<Row> cells) {
    Place.Axis[] axes = Place.Axis.values();
    Map<Place, Histogram> places = new HashMap<>();
    for (Row cell : cells) {
      Place place =
          new Place(
              cell.getString(0),
              axes[cell.getInt(1)],
              cell.getInt(2),
              cell.getInt(3),
              cell.getInt(4));
      places
          .computeIfAbsent(place, p -> new Histogram())
          .add(cell.getInt(5), cell.getLong(6), cell.getLong(7), cell.getLong(8));
    }
    return new ValueCounts(places);
  }

  /** The places of an axis. */
  Set<Place> of(Place.Axis axis) {
    return places.keySet().stream().filter(p -> p.axis() == axis).collect(Collectors.toSet());
  }

  /** Counts of some places together; those without a value may be among them. */
  Histogram union(List<Place> of) {
    Histogram union = new Histogram();
    for (Place place : of) {
      Histogram counts = places.get(place);
      if (counts != null) {
        union.add(counts);
      }
    }
    return union;
  }
}

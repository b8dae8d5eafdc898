package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import io.assay.coordination.detection.CoordinationMethod;
import io.assay.coordination.detection.NicheRules;
import io.assay.coordination.detection.ReaderSample;
import io.assay.statistics.SortedGroups;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Step 1 where no process holds all events: the authors whose audiences are most like an author's,
 * by the cosine over actors who publish nothing, each of some 30 authors at most.
 */
final class SharedReaders {
  private static final StructType READERS =
      new StructType()
          .add("actor", DataTypes.LongType)
          .add("author", DataTypes.LongType)
          .add("weight", DataTypes.LongType);

  private static final StructType LISTS =
      new StructType()
          .add("author", DataTypes.LongType)
          .add("weight", DataTypes.LongType)
          .add("others", DataTypes.BinaryType);

  private static final StructType NEAREST =
      new StructType().add("author", DataTypes.LongType).add("nearest", DataTypes.LongType);

  private static final int BYTES_OF_OTHER = Long.BYTES + Double.BYTES;

  private SharedReaders() {}

  /**
   * Who counts as a reader of whom, and for how much. Cost: one exchange of the events of actors
   * who publish nothing.
   *
   * @param acts as {@link DistinctActs#withSums}
   * @param suspects {@code actor}, who count as no audience
   * @return {@code actor, author, weight} (units of 2^-30)
   */
  static Dataset<Row> readers(Dataset<Row> acts, Dataset<Row> suspects) {
    return acts.where(not(col("publishes")))
        .join(suspects, new String[] {"actor"}, "left_anti")
        .select("actor", "author")
        .repartition(col("actor"))
        .sortWithinPartitions("actor", "author")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) SharedReaders::sampled, Encoders.row(READERS));
  }

  private static Iterator<Row> sampled(Iterator<Row> rows) {
    NicheRules rules = CoordinationMethod.DEFAULT.niches();
    return CommonActors.flat(
        new SortedGroups<>(
            rows, (a, b) -> a.getLong(0) == b.getLong(0), of -> sampledOfActor(of, rules)));
  }

  private static List<Row> sampledOfActor(Iterator<Row> rows, NicheRules rules) {
    List<Long> authors = new ArrayList<>();
    long actor = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      actor = row.getLong(0);
      if (authors.isEmpty() || authors.get(authors.size() - 1) != row.getLong(1)) {
        authors.add(row.getLong(1));
      }
    }
    List<Row> kept = new ArrayList<>();
    long weight = ReaderSample.weight(rules, authors.size());
    for (long author : authors) {
      if (ReaderSample.keeps(rules, author, actor, authors.size())) {
        kept.add(RowFactory.create(actor, author, weight));
      }
    }
    return kept;
  }

  /**
   * Cost: for each actor the square of the authors it counts as a reader of, at most some 30, in 16
   * bytes over the network.
   *
   * @param readers as {@link #readers}
   * @return {@code author, nearest}: at most ten of each author, ties to the smaller key
   */
  static Dataset<Row> nearest(Dataset<Row> readers) {
    Dataset<Row> norms = readers.groupBy("author").agg(sum("weight").as("norm"));
    return readers
        .join(norms, "author")
        .select("actor", "author", "weight", "norm")
        .repartition(col("actor"))
        .sortWithinPartitions("actor")
        .mapPartitions((MapPartitionsFunction<Row, Row>) SharedReaders::lists, Encoders.row(LISTS))
        .repartition(col("author"))
        .sortWithinPartitions("author")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) SharedReaders::nearest, Encoders.row(NEAREST));
  }

  private static Iterator<Row> lists(Iterator<Row> rows) {
    return CommonActors.flat(
        new SortedGroups<>(
            rows, (a, b) -> a.getLong(0) == b.getLong(0), SharedReaders::listsOfActor));
  }

  private static List<Row> listsOfActor(Iterator<Row> rows) {
    List<Row> of = new ArrayList<>();
    rows.forEachRemaining(of::add);
    List<Row> lists = new ArrayList<>();
    for (Row row : of) {
      ByteBuffer others = ByteBuffer.allocate((of.size() - 1) * BYTES_OF_OTHER);
      for (Row other : of) {
        if (other != row) {
          others.putLong(other.getLong(1)).putDouble(Math.sqrt(other.getLong(3)));
        }
      }
      if (others.position() > 0) {
        lists.add(RowFactory.create(row.getLong(1), row.getLong(2), others.array()));
      }
    }
    return lists;
  }

  private static Iterator<Row> nearest(Iterator<Row> lists) {
    return CommonActors.flat(
        new SortedGroups<>(
            lists, (a, b) -> a.getLong(0) == b.getLong(0), SharedReaders::nearestOfAuthor));
  }

  private record Near(long author, double likeness) {}

  private static List<Row> nearestOfAuthor(Iterator<Row> lists) {
    Map<Long, Long> shared = new HashMap<>();
    Map<Long, Double> lengths = new HashMap<>();
    long author = 0;
    while (lists.hasNext()) {
      Row list = lists.next();
      author = list.getLong(0);
      ByteBuffer others = ByteBuffer.wrap(list.<byte[]>getAs(2));
      while (others.hasRemaining()) {
        long other = others.getLong();
        lengths.put(other, others.getDouble());
        shared.merge(other, list.getLong(1), Long::sum);
      }
    }
    List<Near> near = new ArrayList<>();
    shared.forEach((other, weight) -> near.add(new Near(other, weight / lengths.get(other))));
    long of = author;
    return near.stream()
        .sorted(
            Comparator.comparingDouble((Near n) -> -n.likeness()).thenComparingLong(Near::author))
        .limit(CoordinationMethod.DEFAULT.niches().neighbours())
        .map(n -> RowFactory.create(of, n.author()))
        .toList();
  }
}

package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.col;

import io.assay.statistics.SortedGroups;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
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
 * How many actors each two objects, posts or authors, have in common. Of each actor's objects,
 * sorted, each goes to the task that counts for it together with those behind it: eight bytes a
 * pair, and all of a pair's counts meet in one task. Sorted are they by how many actors they have,
 * so that what everybody has comes last and counts for few: no task has more pairs of one object
 * than this has actors times the objects of an actor.
 */
final class CommonActors {
  private static final StructType LISTS =
      new StructType().add("first", DataTypes.LongType).add("others", DataTypes.BinaryType);

  private static final StructType PAIRS =
      new StructType()
          .add("first", DataTypes.LongType)
          .add("second", DataTypes.LongType)
          .add("shared", DataTypes.LongType);

  private CommonActors() {}

  /**
   * Cost: for each actor half the square of its objects, in eight bytes over the network.
   *
   * @param rows {@code actor, object, author} (of the object, long) and {@code size} (int, actors
   *     of the object), each actor and object once
   * @param least actors in common of the pairs that are returned
   * @return {@code first, second} (objects of different authors, each pair once) and {@code shared}
   */
  static Dataset<Row> of(Dataset<Row> rows, int least) {
    return rows.select("actor", "object", "author", "size")
        .repartition(col("actor"))
        .sortWithinPartitions("actor", "size", "object")
        .mapPartitions((MapPartitionsFunction<Row, Row>) CommonActors::lists, Encoders.row(LISTS))
        .repartition(col("first"))
        .sortWithinPartitions("first")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) lists -> pairs(lists, least), Encoders.row(PAIRS));
  }

  private record ObjectOfActor(long object, long author) {}

  private static Iterator<Row> lists(Iterator<Row> rows) {
    return flat(
        new SortedGroups<>(
            rows, (a, b) -> a.getLong(0) == b.getLong(0), CommonActors::listsOfActor));
  }

  private static List<Row> listsOfActor(Iterator<Row> rows) {
    List<ObjectOfActor> objects = new ArrayList<>();
    rows.forEachRemaining(row -> objects.add(new ObjectOfActor(row.getLong(1), row.getLong(2))));
    List<Row> lists = new ArrayList<>();
    for (int i = 0; i < objects.size() - 1; i++) {
      ByteBuffer others = ByteBuffer.allocate((objects.size() - i - 1) * Long.BYTES);
      for (int j = i + 1; j < objects.size(); j++) {
        if (objects.get(j).author() != objects.get(i).author()) {
          others.putLong(objects.get(j).object());
        }
      }
      if (others.position() > 0) {
        byte[] bytes = new byte[others.position()];
        others.flip().get(bytes);
        lists.add(RowFactory.create(objects.get(i).object(), bytes));
      }
    }
    return lists;
  }

  private static Iterator<Row> pairs(Iterator<Row> lists, int least) {
    return flat(
        new SortedGroups<>(
            lists,
            (a, b) -> a.getLong(0) == b.getLong(0),
            ofFirst -> pairsOfFirst(ofFirst, least)));
  }

  private static List<Row> pairsOfFirst(Iterator<Row> lists, int least) {
    Map<Long, Long> shared = new HashMap<>();
    long[] first = new long[1];
    lists.forEachRemaining(
        list -> {
          first[0] = list.getLong(0);
          ByteBuffer others = ByteBuffer.wrap(list.<byte[]>getAs(1));
          while (others.hasRemaining()) {
            shared.merge(others.getLong(), 1L, Long::sum);
          }
        });
    List<Row> pairs = new ArrayList<>();
    shared.forEach(
        (second, actors) -> {
          if (actors >= least) {
            pairs.add(RowFactory.create(first[0], second, actors));
          }
        });
    return pairs;
  }

  /** The rows of one list after the other; no more than one list is held. */
  static Iterator<Row> flat(Iterator<List<Row>> lists) {
    return new Iterator<>() {
      private Iterator<Row> current = Collections.emptyIterator();

      @Override
      public boolean hasNext() {
        while (!current.hasNext() && lists.hasNext()) {
          current = lists.next().iterator();
        }
        return current.hasNext();
      }

      @Override
      public Row next() {
        hasNext();
        return current.next();
      }
    };
  }
}

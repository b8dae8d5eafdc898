package io.assay.engagement;

import io.assay.statistics.ExactQuantiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.jdk.javaapi.CollectionConverters;

/** Measured accounts, counted and searched as the job does, in plain Java. */
final class Measured {
  private final List<Row> rows = new ArrayList<>();

  /** An account whose every post is an image. */
  Measured account(String platform, Long followers, Double ratePublic) {
    Row image = RowFactory.create("image", 9L, ratePublic, null, null);
    rows.add(
        RowFactory.create(
            platform,
            followers,
            ratePublic,
            null,
            null,
            CollectionConverters.asScala(List.of(image)).toSeq()));
    return this;
  }

  /** Counts of all accounts, as two tasks take them. */
  ValueCounts counts(AccountValues values) {
    int half = rows.size() / 2;
    List<Row> binCounts = new ArrayList<>();
    for (List<Row> task : List.of(rows.subList(0, half), rows.subList(half, rows.size()))) {
      new CountValues(values).call(task.iterator()).forEachRemaining(binCounts::add);
    }
    return ValueCounts.of(binCounts);
  }

  /** Exact quantiles of groups of these accounts. */
  Map<QuantileGroup, ExactQuantiles> quantiles(AccountValues values, List<QuantileGroup> groups) {
    RankSearch search = new RankSearch(groups);
    List<Row> selected = new ArrayList<>();
    search.select(values).call(rows.iterator()).forEachRemaining(selected::add);
    selected.sort(
        Comparator.<Row>comparingInt(r -> r.getInt(0)).thenComparingDouble(r -> r.getDouble(1)));
    List<Row> found = new ArrayList<>();
    Iterator<Row> picked = search.pick().call(selected.iterator());
    picked.forEachRemaining(found::add);
    return search.quantiles(found);
  }
}

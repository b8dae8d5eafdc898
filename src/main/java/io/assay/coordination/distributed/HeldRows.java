package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.assay.coordination.detection.CrawlRow;
import io.assay.coordination.detection.HeldRow;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/** Rows that go to one task, see {@link HeldRow}. */
final class HeldRows {
  private static final Column NONE = lit(0L);

  private HeldRows() {}

  /** Rows of one kind; columns that are not given are null. */
  static Dataset<Row> rows(
      Dataset<Row> of, int sort, Column key, Column other, Map<String, Column> more) {
    Column[] columns = new Column[HeldRow.SCHEMA.size()];
    Map<String, Column> given = new HashMap<>(more);
    given.put("sort", lit(sort));
    given.put("key", key);
    given.put("other", other);
    for (int i = 0; i < columns.length; i++) {
      StructField field = HeldRow.SCHEMA.apply(i);
      columns[i] =
          given.getOrDefault(field.name(), lit(null)).cast(field.dataType()).as(field.name());
    }
    return of.select(columns);
  }

  /** Rows that only name something. */
  static Dataset<Row> rows(Dataset<Row> of, int sort, String key, String other) {
    return rows(of, sort, col(key), other == null ? NONE : col(other), Map.of());
  }

  /**
   * Pairs of posts or authors.
   *
   * @param pairs as {@link BeyondChance#of}
   */
  static Dataset<Row> edges(Dataset<Row> pairs) {
    return rows(
        pairs,
        HeldRow.EDGE,
        col("first"),
        col("second"),
        Map.of("n1", col("first_author"), "n2", col("second_author")));
  }

  /**
   * @param nearest as {@link SharedReaders#nearest}
   */
  static Dataset<Row> nearest(Dataset<Row> nearest) {
    return rows(nearest, HeldRow.EDGE, "author", "nearest");
  }

  /**
   * @param actors {@code actor, all, fast}
   */
  static Dataset<Row> actors(Dataset<Row> actors) {
    return rows(
        actors, HeldRow.ACTOR, col("actor"), NONE, Map.of("n1", col("all"), "n2", col("fast")));
  }

  /**
   * @param authors as {@link CreatorSums#ofAuthors}
   * @param niches {@code author, niche}
   */
  static Dataset<Row> authors(Dataset<Row> authors, Dataset<Row> niches) {
    return rows(
        authors.join(niches, new String[] {"author"}, "left"),
        HeldRow.AUTHOR,
        col("author"),
        coalesce(col("niche"), lit(-1L)),
        Map.of("n1", col("all"), "n2", col("fast"), "n3", col("posts")));
  }

  /**
   * @param pairs as {@link CreatorSums#ofPairs}
   */
  static Dataset<Row> pairs(Dataset<Row> pairs) {
    return rows(
        pairs,
        HeldRow.PAIR,
        col("actor"),
        col("author"),
        Map.of("n1", col("all"), "n2", col("fast")));
  }

  /**
   * @param sort {@link HeldRow#MUTUAL} or {@link HeldRow#MUTUAL_FAST}
   * @param pairs as {@link MutualCreators#improbable}
   */
  static Dataset<Row> mutual(int sort, Dataset<Row> pairs) {
    return rows(pairs, sort, col("actor"), col("author"), Map.of("n1", col("given")));
  }

  /**
   * @param inNiches {@code actor, niche, all, fast}
   */
  static Dataset<Row> inNiches(Dataset<Row> inNiches) {
    return rows(
        inNiches,
        HeldRow.IN_NICHE,
        col("actor"),
        col("niche"),
        Map.of("n1", col("all"), "n2", col("fast")));
  }

  /**
   * @param niches as {@link CreatorSums#ofNiches}
   */
  static Dataset<Row> niches(Dataset<Row> niches) {
    return rows(
        niches,
        HeldRow.NICHE,
        col("niche"),
        NONE,
        Map.of("n1", col("all"), "n2", col("fast"), "n3", col("squares")));
  }

  /**
   * @param acts as {@link DistinctActs#of}
   */
  static Dataset<Row> events(Dataset<Row> acts) {
    return rows(
        acts,
        HeldRow.EVENT,
        col("actor"),
        col("post"),
        Map.of("n1", col("delay"), "n2", col("flags")));
  }

  /**
   * @param posts {@code post, author, published_at, n, post_id}
   */
  static Dataset<Row> posts(Dataset<Row> posts) {
    return rows(
        posts,
        HeldRow.POST,
        col("post"),
        col("author"),
        Map.of("n1", col("published_at"), "n2", col("n"), "text", col("post_id")));
  }

  /**
   * What is passed on as it is: shares, objects, names of the day before.
   *
   * @param rows {@link CrawlRow} of a platform
   */
  static Dataset<Row> passedOn(Dataset<Row> rows) {
    Column sort = col("sort");
    Column share = sort.equalTo(CrawlRow.SHARE);
    return rows(
            rows.where(
                sort.isin(
                    CrawlRow.SHARE,
                    CrawlRow.OBJECT,
                    CrawlRow.NICHE_BEFORE,
                    CrawlRow.MEMBER_BEFORE)),
            0,
            col("key"),
            col("other"),
            Map.of(
                "n1", when(share, col("third")).otherwise(col("at")),
                "n2", when(share, col("at")),
                "text", col("text"),
                "more", sort))
        .withColumn("sort", HeldRows.sort(col("more").cast("int")))
        .withColumn("more", lit(null).cast("string"));
  }

  private static Column sort(Column ofCrawl) {
    return when(ofCrawl.equalTo(CrawlRow.SHARE), HeldRow.SHARE)
        .when(ofCrawl.equalTo(CrawlRow.OBJECT), HeldRow.OBJECT)
        .when(ofCrawl.equalTo(CrawlRow.NICHE_BEFORE), HeldRow.NICHE_BEFORE)
        .otherwise(HeldRow.MEMBER_BEFORE);
  }
}

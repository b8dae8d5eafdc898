package io.assay.assessment;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.DoubtedColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What is counted of each creator's audience. */
final class AudienceCounts {

  /** Posts that a repeat commenter commented on, at least: twice may be chance. */
  static final int REPEATED_POSTS = 3;

  /** Countries and languages that are told, at most. */
  static final int MOST_PLACES = 10;

  /** What is counted, by name: of a tie, with the actor's flags. */
  private static final Map<String, Column> COUNTED = counted();

  /** Counters of the result (long). */
  static final List<String> NAMES = List.copyOf(COUNTED.keySet());

  private static final String OF = "of";
  private static final String PLACE = "place";
  private static final String AUDIENCE = "audience";

  private AudienceCounts() {}

  /**
   * Cost: the actors' flags are exchanged by actor and join the ties where they lie. What is left
   * is counted by creator, country and language before it is exchanged, so that a creator's rows
   * are as many as different countries and languages, however popular it is.
   *
   * @param ties {@link AudienceTies}
   * @param actors {@link DoubtedActors}; ties of others are counted, and not assessed
   * @return one row a creator: author (long), {@link #NAMES} (long), country_known, language_known
   *     (long, accounts), countries, languages (array of accounts, place: the most frequent, not in
   *     order)
   */
  static Dataset<Row> of(Dataset<Row> ties, Dataset<Row> actors) {
    Dataset<Row> cells = summed(ties.join(actors, new String[] {"actor"}, "left"), COUNTED);
    return byCreator(ranked(cells));
  }

  private static Dataset<Row> summed(Dataset<Row> joined, Map<String, Column> columns) {
    return aggregated(
        joined,
        List.of("author", "country", "language"),
        columns.entrySet().stream().map(e -> sum(e.getValue()).as(e.getKey())));
  }

  /**
   * The cells of a creator, once added up, once by country, once by language, the latter ranked.
   */
  private static Dataset<Row> ranked(Dataset<Row> cells) {
    Column of =
        explode(
            array(
                part("all", lit(null)),
                part("country", col("country")),
                part("language", col("language"))));
    Dataset<Row> parts =
        aggregated(
            cells
                .withColumn("part", of)
                .withColumn(OF, col("part." + OF))
                .withColumn(PLACE, col("part." + PLACE)),
            List.of("author", OF, PLACE),
            NAMES.stream().map(name -> sum(name).as(name)));
    // Whose country is not known comes last and takes nobody's rank.
    return parts.withColumn(
        "rank",
        row_number()
            .over(
                Window.partitionBy("author", OF)
                    .orderBy(col(PLACE).isNull(), col(AUDIENCE).desc(), col(PLACE))));
  }

  private static Column part(String of, Column place) {
    return struct(lit(of).as(OF), place.cast("string").as(PLACE));
  }

  private static Dataset<Row> byCreator(Dataset<Row> ranked) {
    List<Column> columns = new ArrayList<>();
    NAMES.forEach(name -> columns.add(max(when(is("all"), col(name))).as(name)));
    for (String of : List.of("country", "language")) {
      Column known = is(of).and(col(PLACE).isNotNull());
      columns.add(coalesce(sum(when(known, col(AUDIENCE))), lit(0L)).as(of + "_known"));
      columns.add(
          collect_list(
                  when(known.and(col("rank").leq(MOST_PLACES)), struct(col(AUDIENCE), col(PLACE))))
              .as(of.equals("country") ? "countries" : "languages"));
    }
    return aggregated(ranked, List.of("author"), columns.stream());
  }

  private static Column is(String of) {
    return col(OF).equalTo(of);
  }

  private static Dataset<Row> aggregated(
      Dataset<Row> rows, List<String> key, Stream<Column> aggregates) {
    List<Column> all = aggregates.toList();
    return rows.groupBy(key.stream().map(name -> col(name)).toArray(Column[]::new))
        .agg(all.get(0), all.subList(1, all.size()).toArray(Column[]::new));
  }

  private static Map<String, Column> counted() {
    Map<String, Column> counted = new LinkedHashMap<>();
    Column engages = when(col("engagements").gt(0), 1L).otherwise(0L);
    Column follows = when(col("follows"), 1L).otherwise(0L);
    doubted(counted, DoubtedColumns.ENGAGEMENTS, col("engagements"));
    doubted(counted, DoubtedColumns.ENGAGERS, engages);
    doubted(counted, DoubtedColumns.FOLLOWERS, follows);
    Column repeats = col("commented_posts").geq(REPEATED_POSTS);
    counted.put("comments", col("comments"));
    counted.put("commenters", when(col("comments").gt(0), 1L).otherwise(0L));
    counted.put("repeat_commenters", when(repeats, 1L).otherwise(0L));
    counted.put("repeat_comments", when(repeats, col("comments")).otherwise(0L));
    counted.put("audience", lit(1L));
    return counted;
  }

  private static void doubted(Map<String, Column> counted, DoubtedColumns of, Column count) {
    counted.put(of.counted(), count);
    counted.put(of.assessed(), when(col("assessed"), count).otherwise(0L));
    counted.put(of.doubtful(), when(col("doubtful"), count).otherwise(0L));
  }
}

package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.CoordinationTables;
import io.assay.contracts.Table;
import io.assay.coordination.detection.AccountResults;
import io.assay.coordination.detection.FoundRow;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Rows of the two tables that have one of every account or author, as {@link FoundRow}. */
final class WideTables {

  private WideTables() {}

  /**
   * @param platform of all
   * @param names {@code author, niche_id} of authors that have a niche
   * @param ids {@code account, id}
   */
  static Dataset<Row> niches(String platform, Dataset<Row> names, Dataset<Row> ids) {
    Dataset<Row> sizes = names.groupBy("niche_id").agg(count(lit(1)).cast("int").as("authors"));
    Dataset<Row> authors =
        names.join(sizes, "niche_id").join(ids.withColumnRenamed("account", "author"), "author");
    return found(
        authors,
        CoordinationTables.NICHE,
        Map.of(
            "platform", lit(platform),
            "account_id", col("id"),
            "niche_id", col("niche_id"),
            "authors", col("authors")));
  }

  /**
   * Cost: the accounts are exchanged once.
   *
   * @param actors {@code actor, all}: events of each account that has some
   * @param names {@code author, niche_id} of authors that have a niche
   * @param noted {@code key, score, group_id, mutual_pair_share, farm_hit_share} of accounts that
   *     are in a group or part of what one does; of others all is 0
   * @param ids {@code account, id}, of all accounts
   * @param leastEngagements that shares of them need
   */
  static Dataset<Row> accounts(
      String platform,
      Dataset<Row> actors,
      Dataset<Row> names,
      Dataset<Row> noted,
      Dataset<Row> ids,
      int leastEngagements) {
    Column engagements = coalesce(col("all"), lit(0L)).cast("int");
    Column enough = engagements.geq(leastEngagements);
    Column none = engagements.equalTo(0);
    return found(
        ids.join(actors.select(col("actor").as("account"), col("all")), account(), "left")
            .join(names.withColumnRenamed("author", "account"), account(), "left")
            .join(noted.withColumnRenamed("key", "account"), account(), "left"),
        CoordinationTables.ACCOUNT_COORDINATION,
        Map.of(
            "platform", lit(platform),
            "account_id", col("id"),
            "score", when(none.and(col("group_id").isNull()), lit(null)).otherwise(orNone("score")),
            "group_id", col("group_id"),
            "engagements", engagements,
            "mutual_pair_share", when(enough, orNone("mutual_pair_share")),
            "farm_hit_share", when(enough, orNone("farm_hit_share")),
            "niche_id", col("niche_id"),
            "coordination_reason",
                when(none, AccountResults.NO_ENGAGEMENT)
                    .when(enough, lit(null))
                    .otherwise(AccountResults.tooFew(leastEngagements))));
  }

  private static String[] account() {
    return new String[] {"account"};
  }

  private static Column orNone(String share) {
    return coalesce(col(share), lit(0.0));
  }

  private static Dataset<Row> found(Dataset<Row> rows, Table table, Map<String, Column> columns) {
    Column[] found = new Column[FoundRow.TABLES.size()];
    for (int i = 0; i < found.length; i++) {
      Table of = FoundRow.TABLES.get(i);
      Column value =
          of.equals(table)
              ? row(table.measuredSchema(), columns)
              : lit(null).cast(of.measuredSchema());
      found[i] = value.as(of.name());
    }
    return rows.select(found);
  }

  private static Column row(StructType schema, Map<String, Column> columns) {
    Column[] fields = new Column[schema.size()];
    for (int i = 0; i < fields.length; i++) {
      String name = schema.apply(i).name();
      fields[i] = columns.get(name).cast(schema.apply(i).dataType()).as(name);
    }
    return struct(fields);
  }
}

package io.assay.coordination.coaction;

import io.assay.testing.SparkFixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Shares, written "object account content seconds"; an account of another platform than x has that
 * before it, "tiktok/lena", and so its content is of that platform too.
 */
final class Shares {
  private static final StructType SCHEMA =
      new StructType()
          .add("platform", DataTypes.StringType, false)
          .add("object_id", DataTypes.StringType, false)
          .add("account_id", DataTypes.StringType, false)
          .add("content_id", DataTypes.StringType, false)
          .add("at", DataTypes.LongType, false);

  private Shares() {}

  /** As {@link ChosenShares} makes them. */
  static Dataset<Row> of(String... shares) {
    return of(Stream.of(shares).map(share -> row(share.split(" "))).toList());
  }

  static Dataset<Row> of(List<Row> shares) {
    return SparkFixture.spark().createDataFrame(shares, SCHEMA);
  }

  private static Row row(String[] cells) {
    String[] account = cells[1].split("/");
    String platform = account.length == 1 ? "x" : account[0];
    return row(
        platform,
        cells[0],
        account[account.length - 1],
        cells[2],
        Math.round(Double.parseDouble(cells[3]) * 1e6));
  }

  static Row row(String platform, String object, String account, String content, long micros) {
    return RowFactory.create(platform, object, account, content, micros);
  }

  /** Edges written "account account weight mean", sorted; platform x is left away. */
  static List<String> edges(long window, int minParticipation, String... shares) {
    return edges(window, minParticipation, of(shares));
  }

  static List<String> edges(long window, int minParticipation, Dataset<Row> shares) {
    CoActionRule rule = new CoActionRule(window, minParticipation);
    List<String> edges = new ArrayList<>();
    for (Row edge : CoActionEdges.of(CoActionEdges.inPairs(shares, rule), rule).collectAsList()) {
      edges.add(
          String.join(
              " ",
              Arrays.asList(
                  account(edge, 0), account(edge, 2), "" + edge.get(4), "" + edge.get(5))));
    }
    edges.sort(null);
    return edges;
  }

  private static String account(Row edge, int at) {
    return edge.getString(at).equals("x")
        ? edge.getString(at + 1)
        : edge.getString(at) + "/" + edge.getString(at + 1);
  }
}

package io.assay.cli;

import static org.apache.spark.sql.functions.col;

import io.assay.cli.text.TextTable;
import io.assay.cli.text.Texts;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The part of the demo that shows how engagement is distributed. */
final class DemoBands {
  private DemoBands() {}

  /**
   * Platform by band.
   *
   * @param distribution rows of {@code gold.band_distribution} of one day
   * @param scheme of the bands
   */
  static TextTable of(Dataset<Row> distribution, String scheme) {
    TextTable table =
        new TextTable(
            "platform", "band", "accounts", "median", "95 % interval", "middle half of accounts");
    List<Row> rows =
        distribution
            .where(col("metric").equalTo("rate_public").and(col("media_type").equalTo("all")))
            .where(col("scheme").equalTo(scheme))
            .orderBy("platform", "band_order")
            .select("platform", "band", "n", "median", "median_low", "median_high", "p25", "p75")
            .collectAsList();
    for (Row row : rows) {
      table.row(
          row.getString(0),
          row.getString(1),
          Texts.count(row.getLong(2)),
          Texts.percent(row.getAs("median")),
          range(row, "median_low", "median_high"),
          range(row, "p25", "p75"));
    }
    return table;
  }

  private static String range(Row row, String low, String high) {
    Double from = row.getAs(low);
    Double to = row.getAs(high);
    return from == null || to == null ? "-" : Texts.percent(from) + " to " + Texts.percent(to);
  }
}

package io.assay.reporting.export;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two accounts, one of which somebody named to harm whoever opens the file. */
class TableExportTest {
  @TempDir private Path folder;

  private static Dataset<Row> rows() {
    return spark()
        .sql(
            """
            SELECT * FROM VALUES
              ('b', '=HYPERLINK("x")', 0.00001D, true, DATE'2026-10-31',
                array(named_struct('kind', 'bot', 'tail', 0.5D)),
                named_struct('low', 1L, 'high', NULL)),
              ('a', 'Ana, "the" \u0905\u0928\u093e', NULL, false, DATE'2026-10-31', array(), NULL)
            AS t(account_id, handle, rate, flagged, as_of, reasons, share)""");
  }

  private static TableExport export() {
    return new TableExport(rows(), List.of("account_id"));
  }

  @Test
  void asCsvWhatIsNestedBecomesColumnsOrJsonAndNothingIsAFormula() throws IOException {
    StringWriter out = new StringWriter();
    assertThat(export().csv(out)).isEqualTo(2);
    assertThat(out.toString().split("\n"))
        .containsExactly(
            "account_id,handle,rate,flagged,as_of,reasons,share.low,share.high",
            "a,\"Ana, \"\"the\"\" \u0905\u0928\u093e\",,false,2026-10-31,[],,",
            "b,\"'=HYPERLINK(\"\"x\"\")\",0.00001,true,2026-10-31,"
                + "\"[{\"\"kind\"\":\"\"bot\"\",\"\"tail\"\":0.5}]\",1,");
  }

  @Test
  void asJsonARowIsALineAndStaysNested() throws IOException {
    StringWriter out = new StringWriter();
    assertThat(export().json(out)).isEqualTo(2);
    assertThat(out.toString().lines().toList())
        .hasSize(2)
        .last()
        .isEqualTo(
            "{\"account_id\":\"b\",\"handle\":\"=HYPERLINK(\\\"x\\\")\",\"rate\":1.0E-5,"
                + "\"flagged\":true,\"as_of\":\"2026-10-31\","
                + "\"reasons\":[{\"kind\":\"bot\",\"tail\":0.5}],\"share\":{\"low\":1}}");
  }

  @Test
  void asParquetItIsOneFileThatHoldsTheSame() throws IOException {
    Path file = export().parquet(folder.resolve("half"));
    Dataset<Row> read = spark().read().parquet(file.toString());
    assertThat(read.schema()).isEqualTo(rows().schema().asNullable());
    assertThat(read.collectAsList())
        .containsExactlyElementsOf(rows().orderBy("account_id").collectAsList());
  }
}

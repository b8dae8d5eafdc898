package io.assay.reporting.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class ChangesCsvTest {

  @Test
  void noTextIsAFormulaAndNumbersAreWhole() throws IOException {
    Row row =
        RowFactory.create(
            "x",
            "=HYPERLINK(\"http://e\")",
            "@a,b",
            true,
            false,
            null,
            "flagged",
            null,
            "-c",
            "bot",
            0.1,
            1e-7,
            -2.5,
            -16.0,
            "s",
            "value",
            -13.5,
            2e6,
            0.0,
            null,
            null,
            1.5,
            1.5,
            null,
            "+p");
    StringWriter out = new StringWriter();
    assertThat(ChangesCsv.write(List.of(row).iterator(), out)).isEqualTo(1);
    String[] lines = out.toString().split("\n");
    assertThat(lines).hasSize(2);
    assertThat(lines[0]).startsWith("platform,account_id,").endsWith("peer_group_to");
    assertThat(lines[0].split(",")).hasSize(row.size());
    assertThat(lines[1])
        .isEqualTo(
            "x,\"'=HYPERLINK(\"\"http://e\"\")\",\"'@a,b\",true,false,,flagged,,'-c,bot,0.1,"
                + "0.0000001,-2.5,-16,s,value,-13.5,2000000,0,,,1.5,1.5,,'+p");
  }
}

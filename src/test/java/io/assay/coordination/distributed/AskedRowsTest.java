package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.coordination.detection.HeldRow;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class AskedRowsTest {

  /** All of account 5, and all on post 21. */
  @Test
  void eventsThatAreWantedAreTakenOnce() {
    Dataset<Row> acts =
        LiteralRows.of(
            "actor long, post long, publishes boolean",
            "5,11,false",
            "5,21,false",
            "6,21,false",
            "7,21,true",
            "6,11,false");
    Dataset<Row> asked =
        LiteralRows.of(
            "sort int, key long",
            HeldRow.WHOLE_ACCOUNT + ",5",
            HeldRow.WHOLE_ACCOUNT + ",5",
            HeldRow.WHOLE_POST + ",21",
            HeldRow.WHOLE_AUTHOR + ",6");
    Dataset<Row> wanted = AskedRows.wantedActs(acts, asked);
    assertThat(LiteralRows.texts(wanted, "actor", "post"))
        .containsExactly("5|11", "5|21", "6|21", "7|21");
  }

  @Test
  void pairsThatAreWantedAreTakenOnce() {
    Dataset<Row> pairs =
        LiteralRows.of(
            "actor long, author long, all long, fast long",
            "1,2,1,0",
            "2,1,1,0",
            "2,3,1,0",
            "3,4,1,0");
    Dataset<Row> asked =
        LiteralRows.of(
            "sort int, key long",
            HeldRow.WHOLE_CREATOR + ",1",
            HeldRow.WHOLE_CREATOR + ",2",
            HeldRow.WHOLE_ACCOUNT + ",4");
    assertThat(LiteralRows.texts(AskedRows.wantedPairs(pairs, asked), "actor", "author"))
        .containsExactly("1|2", "2|1", "2|3");
  }

  @Test
  void whatIsAskedForIsToldFromWhatIsFound() {
    Dataset<Row> rows =
        LiteralRows.of(
            "sort int, key long",
            HeldRow.POD + ",1",
            HeldRow.WHOLE_CREATOR + ",2",
            HeldRow.WHOLE_POST + ",3");
    assertThat(LiteralRows.texts(rows.where(AskedRows.isAsked()), "key")).containsExactly("2", "3");
  }
}

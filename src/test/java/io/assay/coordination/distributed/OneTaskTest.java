package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import io.assay.coordination.detection.HeldRow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** A task that asks for one account more each time, up to some number. */
class OneTaskTest {

  private static MapPartitionsFunction<Row, Row> asksUpTo(long last) {
    return rows -> next(rows, last);
  }

  private static Row row(int sort, long key) {
    return RowFactory.create(sort, key, 0L, null, null, null, null, null);
  }

  private static Iterator<Row> next(Iterator<Row> rows, long last) {
    long most = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      most = row.getInt(0) == HeldRow.WHOLE_ACCOUNT ? Math.max(most, row.getLong(1)) : most;
    }
    List<Row> more = new ArrayList<>();
    more.add(most < last ? row(HeldRow.WHOLE_ACCOUNT, most + 1) : row(HeldRow.POD, most));
    return more.iterator();
  }

  private static List<String> asked(int mostRounds, long last) {
    Dataset<Row> none =
        GatheredEventsTest.gathered()
            .acts()
            .sparkSession()
            .createDataset(List.<Row>of(), Encoders.row(HeldRow.SCHEMA));
    try (KeptDatasets kept = new KeptDatasets()) {
      OneTask.Tried tried =
          new OneTask("x", kept, mostRounds)
              .tried(none, GatheredEventsTest.gathered(), none, asksUpTo(last));
      assertThat(LiteralRows.texts(tried.found(), "sort", "key"))
          .containsExactly(HeldRow.POD + "|" + last);
      return LiteralRows.texts(tried.asked(), "key");
    }
  }

  @Test
  void itIsGivenWhatItAsksForUntilItAsksForNothing() {
    assertThat(asked(2, 1)).containsExactly("1");
  }

  @Test
  void whoAsksTooOftenIsToldWhatToDo() {
    assertThatThrownBy(() -> asked(1, 1))
        .isInstanceOf(UserError.class)
        .hasMessage("the search for groups of x by many tasks still asks for more after round 1")
        .extracting(e -> ((UserError) e).remedy())
        .isEqualTo(
            "Raise coordination.max_events above the rows of x, so that one process compares them,"
                + " or shorten coordination.window_days.");
  }
}

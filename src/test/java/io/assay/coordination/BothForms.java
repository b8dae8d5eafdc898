package io.assay.coordination;

import io.assay.contracts.Table;
import io.assay.coordination.detection.FoundRow;
import io.assay.testing.MemoryLake;
import java.util.ArrayList;
import java.util.List;

/** What a lake holds of coordination, to compare what the two forms of the search find. */
final class BothForms {

  private BothForms() {}

  /** All rows of the six tables as texts. */
  static List<String> rows(MemoryLake lake) {
    List<String> rows = new ArrayList<>();
    for (Table table : FoundRow.TABLES) {
      for (String row : lake.rows(table, "to_json(struct(*))")) {
        rows.add(table.name() + " " + row);
      }
    }
    return rows;
  }
}

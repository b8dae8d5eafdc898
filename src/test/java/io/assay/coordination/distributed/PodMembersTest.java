package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class PodMembersTest {

  /** 1 and 2 are in pod 0, 3 in pod 1, 9 in none. */
  @Test
  void onlyWhatMembersOfOnePodDoForEachOtherIsInside() {
    Dataset<Row> pods = LiteralRows.of("actor long, pod long", "1,0", "2,0", "3,1");
    Dataset<Row> rows = LiteralRows.of("actor long, author long", "1,2", "1,3", "9,1", "9,8");
    assertThat(LiteralRows.texts(PodMembers.marked(rows, pods), "actor", "author", "pod", "inside"))
        .containsExactly("1|2|0|true", "1|3|0|false", "9|1|null|false", "9|8|null|false");
  }
}

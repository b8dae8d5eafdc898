package io.assay.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import scala.Tuple5;

/** Rows are written "key actor comment", sorted. */
class SharedKeysTest {

  @Test
  void aKeyOfTwoActorsIsKeptWhole() {
    assertThat(kept(10, "1 a 1", "1 a 2", "1 b 3", "1 c 4"))
        .containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
  }

  @Test
  void aKeyOfOneActorIsDropped() {
    assertThat(kept(10, "1 a 1", "1 a 2", "2 b 3", "3 b 4", "3 b 5")).isEmpty();
  }

  @Test
  void whatStoodBeforeAKeyDoesNotMatterToIt() {
    assertThat(kept(10, "1 a 1", "1 b 2", "2 b 3", "3 c 4", "3 d 5"))
        .containsExactly(1L, 2L, 4L, 5L);
  }

  @Test
  void ofEveryActorAsManyAreKept() {
    assertThat(kept(2, "1 a 1", "1 a 2", "1 a 3", "1 b 4", "1 b 5", "1 b 6", "1 c 7"))
        .containsExactlyInAnyOrder(1L, 2L, 4L, 5L, 7L);
    assertThat(kept(2, "1 a 1", "1 a 2", "1 a 3", "2 a 4", "2 b 5")).containsExactly(4L, 5L);
  }

  @Test
  void nothingInNothingOut() {
    assertThat(kept(2)).isEmpty();
  }

  private static List<Long> kept(int cap, String... rows) {
    Iterator<Tuple5<Long, String, String, Long, Long>> in =
        Stream.of(rows).map(row -> row.split(" ")).map(SharedKeysTest::row).iterator();
    Iterable<Tuple5<Long, String, String, Long, Long>> out = () -> new SharedKeys(cap).call(in);
    return StreamSupport.stream(out.spliterator(), false).map(Tuple5::_5).toList();
  }

  private static Tuple5<Long, String, String, Long, Long> row(String[] cells) {
    return new Tuple5<>(Long.valueOf(cells[0]), "x", cells[1], 0L, Long.valueOf(cells[2]));
  }
}

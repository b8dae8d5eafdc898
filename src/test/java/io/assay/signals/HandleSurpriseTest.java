package io.assay.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class HandleSurpriseTest {
  private static double bits(double share) {
    return -Math.log(share) / Math.log(2);
  }

  /** Learnt as the job does: from the rows that two partitions counted. */
  private static HandleSurprise learnt(int atLeast, String... handles) {
    int half = handles.length / 2;
    ProfileCounts counts =
        new ProfileCounts()
            .addAll(counted(Arrays.copyOfRange(handles, 0, half)))
            .addAll(counted(Arrays.copyOfRange(handles, half, handles.length)));
    return HandleSurprise.learnt(counts.letters(), atLeast);
  }

  private static Iterable<Row> counted(String... handles) {
    Iterator<Row> profiles =
        Arrays.stream(handles).map(handle -> RowFactory.create("x", handle, null)).iterator();
    return () -> new CountProfiles().call(profiles);
  }

  /** 29 symbols: letters, digits, others, and the edge. A half is added to each count. */
  @Test
  void transitionsAreComparedWithThoseOfOthers() {
    HandleSurprise learnt = learnt(4, "ab", "Ab", "AB", "ba");
    // The three others: begin with a 3 of 3 times, never with b; b is followed by the end 3 of 3
    // times and never by a; a is followed by b 3 of 3 times, never by the end.
    double never = 0.5 / (3 + 14.5);
    assertThat(learnt.of("x", "ba")).isCloseTo(bits(never), within(1e-9));
    // Others begin with a 2 of 3 times; a is followed by b 2 of 3 times, b by the end likewise.
    assertThat(learnt.of("x", "ab")).isCloseTo(bits(2.5 / (3 + 14.5)), within(1e-9));
  }

  @Test
  void whatCannotBeSpokenIsFartherOutThanAnyName() {
    List<String> handles = new ArrayList<>();
    for (String first : List.of("anna", "maria", "jonas", "lukas", "sophie", "emma", "paul")) {
      for (String second : List.of("schmidt", "lopez", "rossi", "martin", "angstschweiss")) {
        handles.add(first + "_" + second);
        handles.add(second + first);
      }
    }
    handles.add("q7x2k9w4z8");
    handles.add("ahqjwekzoqx");
    HandleSurprise learnt = learnt(20, handles.toArray(String[]::new));
    double spoken =
        handles.stream()
            .filter(h -> !h.matches("q7x2k9w4z8|ahqjwekzoqx"))
            .mapToDouble(h -> learnt.of("x", h))
            .max()
            .orElseThrow();
    assertThat(learnt.of("x", "q7x2k9w4z8")).isGreaterThan(spoken);
    assertThat(learnt.of("x", "ahqjwekzoqx")).isGreaterThan(spoken);
  }

  @Test
  void whereThereIsNothingToReadOrToLearnFromItIsUnknown() {
    HandleSurprise learnt = learnt(4, "ab", "ab", "иван", "a1", null);
    assertThat(learnt.of("x", "иван")).isNull();
    assertThat(learnt.of("x", "a1")).isNotNull();
    assertThat(learnt.of("x", null)).isNull();
    assertThat(learnt.of("y", "a1")).isNull();
    assertThat(learnt(6, "ab", "ab", "иван", "a1").of("x", "a1")).isNull();
  }
}

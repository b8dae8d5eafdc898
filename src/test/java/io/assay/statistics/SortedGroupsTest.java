package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SortedGroupsTest {

  private static List<String> byFirstLetter(
      Function<Iterator<String>, String> measure, String... rows) {
    List<String> results = new ArrayList<>();
    new SortedGroups<>(List.of(rows).iterator(), (a, b) -> a.charAt(0) == b.charAt(0), measure)
        .forEachRemaining(results::add);
    return results;
  }

  private static String joined(Iterator<String> group) {
    StringBuilder all = new StringBuilder();
    group.forEachRemaining(row -> all.append(row).append(' '));
    return all.toString().strip();
  }

  @Test
  void eachGroupIsMeasuredOnce() {
    assertThat(byFirstLetter(SortedGroupsTest::joined, "a1", "a2", "b1", "c1", "c2", "c3"))
        .containsExactly("a1 a2", "b1", "c1 c2 c3");
    assertThat(byFirstLetter(SortedGroupsTest::joined)).isEmpty();
  }

  @Test
  void whoLooksAtTheFirstRowAloneDoesNotDisturbTheNextGroup() {
    assertThat(byFirstLetter(Iterator::next, "a1", "a2", "a3", "b1", "b2"))
        .containsExactly("a1", "b1");
  }
}

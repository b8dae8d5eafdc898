package io.assay.coordination.coaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One rule a case, all with a window of ten seconds. Shares are written "object account content
 * seconds", edges "account account weight mean". The cases of one participation are worked out
 * together: each has accounts, objects and contents of its own.
 */
class CoActionEdgesTest {
  private static final long WINDOW = 10;

  private record Case(String rule, int least, List<String> shares, List<String> edges) {
    @Override
    public String toString() {
      return rule;
    }
  }

  private static Map<String, List<String>> found;

  static Stream<Case> cases() {
    return Stream.concat(
        Stream.of(
            of("just a window apart is a pair", 1, "o a 1 100, o b 2 110", "a b 1 10.0"),
            of("a microsecond more is none", 1, "o a 1 100, o b 2 110.000001", ""),
            of("at once is a pair", 1, "o a 1 100, o b 2 100", "a b 1 0.0"),
            of("different objects make none", 1, "o a 1 100, p b 2 100", ""),
            of("one account makes none", 1, "o a 1 100, o a 2 101", ""),
            of("one content makes none", 1, "o a 1 100, o b 1 101", ""),
            of(
                "the object itself is no share of it",
                1,
                "o a o 100, o b 2 101, o c 3 102",
                "b c 1 1.0"),
            of(
                "all pairs of two accounts are one edge, whoever is first",
                1,
                "o a 1 100, o b 2 103, p b 3 200, p a 4 206, q a 5 300, q b 6 300",
                "a b 3 3.0"),
            of(
                "every share pairs with every one of the other",
                1,
                "o a 1 100, o a 2 105, o b 3 104",
                "a b 2 2.5"),
            of(
                "so does a content that is shared again",
                1,
                "o a 1 100, o a 1 105, o b 3 104",
                "a b 2 2.5"),
            of(
                "an id is one's own within its platform",
                1,
                "o a 1 100, o tiktok/a 2 101",
                "tiktok/a a 1 1.0"),
            of("so is a content's", 1, "o a 1 100, o tiktok/b 1 101", "tiktok/b a 1 1.0"),
            of("who has one share takes no part", 2, "o a 1 100, p a 2 500, o b 3 101", ""),
            of(
                "those with two do",
                2,
                "o a 1 100, p a 2 500, o b 3 101, p b 4 501, o c 5 102",
                "a b 2 1.0"),
            of(
                "one on each of two platforms is two accounts with one",
                2,
                "o a 1 100, o tiktok/a 2 101",
                ""),
            of(
                "two shares of which one is in a pair do not qualify",
                2,
                "o a 1 100, p a 2 500, o b 3 101, q b 4 500",
                ""),
            of(
                "a pair counts if either qualifies, as a does here",
                2,
                "o a 1 100, p a 2 200, o b 3 101, r b 4 500, p c 5 203, s c 6 600",
                "a b 1 1.0, a c 1 3.0"),
            of(
                "whatever else a content of a pair shares counts too",
                2,
                "o a 1 100, p a 1 100, o b 3 101, q b 4 500",
                "a b 1 1.0"),
            of(
                "even if it is the object itself",
                2,
                "1 a 1 100, o a 1 100, o b 3 101, q b 4 500",
                "a b 1 1.0"),
            of(
                "a content of two accounts counts if either qualifies, as z does here",
                2,
                "o a 1 100, p a 2 900, o b 3 101, q b 4 500, r z 1 300, s z 1 300",
                "a b 1 1.0")),
        IntStream.rangeClosed(1000, 1040).mapToObj(CoActionEdgesTest::from));
  }

  /** However time is cut into buckets. */
  private static Case from(int t) {
    return of(
        "it does not matter when: from " + t,
        1,
        "o a 1 %d, o b 2 %d, o c 3 %d, o d 4 %d".formatted(t, t + 10, t + 20, t + 31),
        "a b 1 10.0, b c 1 10.0");
  }

  private static Case of(String rule, int least, String shares, String edges) {
    return new Case(
        rule,
        least,
        List.of(shares.split(", ")),
        edges.isEmpty() ? List.of() : List.of(edges.split(", ")));
  }

  @BeforeAll
  static void find() {
    found = new TreeMap<>();
    for (int least : new int[] {1, 2}) {
      List<String> shares = new ArrayList<>();
      List<Case> cases = cases().filter(c -> c.least() == least).toList();
      for (int i = 0; i < cases.size(); i++) {
        for (String share : cases.get(i).shares()) {
          String[] cells = share.split(" ");
          String own = "~" + i;
          shares.add(String.join(" ", cells[0] + own, cells[1] + own, cells[2] + own, cells[3]));
        }
      }
      for (String edge : Shares.edges(WINDOW, least, shares.toArray(String[]::new))) {
        int of = Integer.parseInt(edge.replaceFirst("[^~]*~(\\d+) .*", "$1"));
        found
            .computeIfAbsent(cases.get(of).rule(), rule -> new ArrayList<>())
            .add(edge.replace("~" + of + " ", " "));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theRuleHolds(Case one) {
    assertThat(found.getOrDefault(one.rule(), List.of()))
        .containsExactlyInAnyOrderElementsOf(one.edges());
  }

  /** One object, one share a second: of 12,497,500 pairs 24,985 lie within the window. */
  @Test
  void anObjectOfVeryManyIsComparedWithinTheWindowOnly() {
    List<Row> shares = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      shares.add(Shares.row("x", "o", "a" + i, "c" + i, i * 1_000_000L));
    }
    CoActionRule rule = new CoActionRule(5, 1);
    assertThat(CoActionEdges.of(CoActionEdges.inPairs(Shares.of(shares), rule), rule).count())
        .isEqualTo(5 * 5_000 - (1 + 2 + 3 + 4 + 5));
  }
}

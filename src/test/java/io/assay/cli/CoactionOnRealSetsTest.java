package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sets that come with the R package CooRTweet, where they are at hand: {@code assay coaction}
 * finds the very edges that the package found.
 */
@Tag("slow")
class CoactionOnRealSetsTest {
  private static final Path DATA = Path.of("../shared/data/coortweet");

  /** The package wrote fifteen of them. */
  private static final Offset<Double> DIGITS = Offset.offset(1e-12);

  private static final Path MAPPING = Path.of("conf/sources/coortweet.yaml");

  @TempDir private static Path folder;

  @BeforeAll
  static void conform() {
    for (String set : new String[] {"russian_coord_tweets", "german_elections"}) {
      Path file = DATA.resolve(set + ".csv.gz");
      assumeTrue(Files.exists(file), "real data is not at hand: " + file);
      TestLake lake = new TestLake(folder.resolve(set));
      lake.ingest(file, set, TestLake.DAY, MAPPING).run("conform", TestLake.DAY);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "russian_coord_tweets, %, 10, 2, russian_tw10_mp2, 442",
    "russian_coord_tweets, %, 10, 5, russian_tw10_mp5, 20",
    "russian_coord_tweets, %, 60, 5, russian_tw60_mp5, 1193",
    "german_elections, url:%, 30, 2, german_url_tw30_mp2, 1453",
  })
  void theEdgesAreThoseOfThePackage(
      String set, String objects, String window, String least, String reference, int edges)
      throws IOException {
    Path out = folder.resolve(reference + ".csv");
    String call =
        String.join(
            " ",
            "coaction --lake",
            folder.resolve(set).resolve("lake").toString(),
            "--as-of 2026-10-31 --object",
            objects,
            "--window",
            window,
            "--min-participation",
            least,
            "--out",
            out.toString());
    CliRun run = CliRun.of(call.split(" "));
    assertThat(run.code()).as(run.err()).isZero();
    Map<String, double[]> expected =
        edges(DATA.resolve("ref_edges_" + reference + ".csv"), 0, 1, 2);
    Map<String, double[]> found = edges(out, 1, 3, 4);
    assertThat(found).hasSize(edges);
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (pair, edge) -> {
          assertThat(found.get(pair)[0]).as(pair).isEqualTo(edge[0]);
          assertThat(found.get(pair)[1]).as(pair).isCloseTo(edge[1], DIGITS);
        });
  }

  /** Weight and mean delay, which follow each other, by the two accounts, sorted. */
  private static Map<String, double[]> edges(Path csv, int from, int to, int weight)
      throws IOException {
    Map<String, double[]> edges = new TreeMap<>();
    Files.readAllLines(csv).stream()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(
            cells -> {
              boolean sorted = cells[from].compareTo(cells[to]) < 0;
              double[] before =
                  edges.put(
                      cells[sorted ? from : to] + " " + cells[sorted ? to : from],
                      new double[] {
                        Double.parseDouble(cells[weight]), Double.parseDouble(cells[weight + 1])
                      });
              assertThat(before).isNull();
            });
    return edges;
  }
}

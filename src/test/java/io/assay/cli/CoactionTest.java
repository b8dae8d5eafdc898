package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code assay coaction} on a lake of a few shares, all of this day but the last two. */
class CoactionTest {
  private static final LocalDate DAY = TestLake.DAY;
  private static final String HEADER =
      "platform_a,account_a,platform_b,account_b,weight,mean_delay_seconds";

  @TempDir static Path folder;

  @TempDir Path out;

  @BeforeAll
  static void conform() {
    TestLake lake = new TestLake(folder);
    shares(
        lake,
        "today",
        "x url:1 lena 1 10:00:00",
        "x url:1 max 2 10:00:10",
        "tiktok url:1 lena 3 10:00:20.5",
        "x url:2 max 4 11:00:00",
        "x url:2 lena 5 11:00:05",
        "x tag:1 +1+1 6 12:00:00",
        "x tag:1 'a,b 7 12:00:01");
    shares(lake, "older", "x old:1 lena 8 09:00:00", "x old:1 max 9 09:00:01");
    shares(lake, "later", "x new:1 lena 10 09:00:00", "x new:1 max 11 09:00:01");
    lake.ingest("older", DAY.minusDays(5));
    lake.ingest("today", DAY);
    lake.ingest("later", DAY.plusDays(1));
    lake.run("conform", DAY);
  }

  /** Written "platform object account content time of the last day of September". */
  private static void shares(TestLake lake, String crawl, String... shares) {
    StringBuilder lines = new StringBuilder();
    for (String share : shares) {
      String[] cells = share.split(" ");
      lines.append(
          """
          {"platform":"%s","object_id":"%s","account_id":"%s","content_id":"%s","shared_at":"2026-09-30T%sZ"}
          """
              .formatted((Object[]) cells));
    }
    lake.file(crawl, "shares/s.jsonl", lines.toString());
  }

  private CliRun coaction(String objects, int window, int least, String... more) {
    return coaction(DAY, objects, window, least, more);
  }

  private CliRun coaction(LocalDate day, String objects, int window, int least, String... more) {
    List<String> call =
        new ArrayList<>(
            List.of(
                "coaction",
                "--lake",
                folder.resolve("lake").toString(),
                "--as-of",
                day.toString(),
                "--object",
                objects,
                "--window",
                "" + window,
                "--min-participation",
                "" + least,
                "--out",
                edges().toString()));
    call.addAll(List.of(more));
    return CliRun.of(call.toArray(String[]::new));
  }

  private Path edges() {
    return out.resolve("edges.csv");
  }

  private void written(CliRun run, String... rows) throws IOException {
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readString(edges()))
        .isEqualTo(HEADER + "\n" + String.join("", Stream.of(rows).map(r -> r + "\n").toList()));
    onlyTheFileIsLeft();
  }

  private void onlyTheFileIsLeft() throws IOException {
    try (Stream<Path> left = Files.list(out)) {
      assertThat(left.toList()).containsExactly(edges());
    }
  }

  private static void refused(CliRun run, String... told) {
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.lastLine()).contains(told);
  }

  @Test
  void pairsOfAllPlatformsAreWrittenInOrder() throws IOException {
    CliRun run = coaction("url:%", 12, 1);
    written(run, "tiktok,lena,x,max,1,10.5", "x,lena,x,max,2,7.5");
    assertThat(run.lastLine())
        .isEqualTo(
            "assay: done: 2 pairs of accounts shared the same objects within 12 s, 3 times, written"
                + " to "
                + edges());
    assertThat(run.err()).contains("[coaction] comparing 5 shares");
  }

  @Test
  void onePlatformAndThoseWhoTakePartTwice() throws IOException {
    written(coaction("url:%", 30, 2, "--platform", "x"), "x,lena,x,max,2,7.5");
  }

  @Test
  void anOlderFileIsReplacedWhereThereIsAResultEvenAnEmptyOne() throws IOException {
    Files.writeString(edges(), "of yesterday");
    refused(
        coaction("link:%", 30, 1), "no object is like 'link:%'", "9 shares", "'old:1'", "'url:2'");
    assertThat(edges()).hasContent("of yesterday");
    onlyTheFileIsLeft();
    CliRun none = coaction("url:2", 4, 1);
    written(none);
    assertThat(none.lastLine()).contains("0 pairs of accounts");
  }

  @Test
  void noCellIsRunByASpreadsheet() throws IOException {
    CliRun run = coaction("tag:%", 30, 1);
    written(run, "x,\"''a,b\",x,'+1+1,1,1");
    assertThat(run.lastLine())
        .endsWith(
            ". 2 cells a spreadsheet might run begin with an apostrophe; --exact-ids leaves it away");
    written(coaction("tag:%", 30, 1, "--exact-ids"), "x,\"'a,b\",x,+1+1,1,1");
  }

  @Test
  void sharesDeliveredInTheWindowOfDaysAreRead() throws IOException {
    written(coaction("old:%", 30, 1, "--set", "coordination.window_days=6"), "x,lena,x,max,1,1");
    refused(
        coaction("old:%", 30, 1, "--platform", "x", "--set", "coordination.window_days=5"),
        "no object is like 'old:%' on x: the objects of 7 shares sort from 'tag:1' to 'url:2'");
    refused(
        coaction("new:%", 30, 1, "--platform", "youtube"),
        "no share is of the platform 'youtube'",
        "Give --platform one of tiktok, x, or leave it out");
  }

  @Test
  void aDayThatWasNotConformed() {
    refused(
        coaction(DAY.plusDays(1), "url:%", 30, 1),
        "was not conformed for 2026-11-01",
        "assay conform --as-of 2026-11-01");
  }

  /** Two shares of tag:1 a second apart are two ways to choose a first and a second. */
  @Test
  void moreThanCanBeCompared() {
    refused(
        coaction("tag:1", 3600, 1, "--set", "coordination.max_pairs=1"),
        "about 2 pairs of shares of these objects lie within 3600 s of each other",
        "coordination.max_pairs, 1; of 'tag:1' alone",
        "Shorten --window");
  }

  @Test
  void aLakeWithoutShares(@TempDir Path other) {
    TestLake lake = new TestLake(other);
    lake.file(
        "c",
        "accounts/a.jsonl",
        "{\"platform\":\"x\",\"account_id\":\"a\",\"crawled_at\":\"2026-10-31T10:00:00Z\"}");
    lake.ingest("c").run("conform", DAY);
    refused(
        coaction("url:%", 30, 1, "--lake", lake.location()),
        "the lake holds no share that was first delivered in the 90 days up to 2026-10-31",
        "feed shares");
    assertThat(edges()).doesNotExist();
  }
}

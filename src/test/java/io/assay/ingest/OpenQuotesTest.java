package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.OpsTables;
import io.assay.testing.TestLake;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quote that is not closed swallows the rows below it; a caption may hold lines. */
class OpenQuotesTest {
  private static final String MAPPING =
      """
      format: csv
      feeds:
        posts:
          columns:
            {platform: "'x'", post_id: id, account_id: who, caption: text, posted_at: at,
             likes: likes, crawled_at: crawl_date}
      """;
  private static final String HEADER = "id,who,text,at,likes\n";

  @TempDir private Path folder;

  private FeedCheck posts(String rows) {
    return new Mapped(folder.resolve("m" + rows.hashCode())).file("a.csv", rows).by(MAPPING);
  }

  private void assertOpenIn(int line, String rows) {
    FeedCheck check = posts(rows);
    assertThat(check.rows()).isEmpty();
    assertThat(check.refusals())
        .extracting(FeedCheck.Refusal::reason)
        .containsExactly(
            "broken container: the quote that opens in line "
                + line
                + " is not closed, so that a cell holds the records below it");
  }

  @Test
  void aQuoteThatTheNextQuotedCellSeemsToCloseIsFound() {
    assertOpenIn(
        3,
        HEADER
            + "p1,lena,\"fine\",2026-10-01,5\n"
            + "p2,lena,\"open,2026-10-02,6\n"
            + "p3,lena,\"ok\",2026-10-03,7\n"
            + "p4,tom,plain,2026-10-04,8\n");
    assertOpenIn(
        2,
        HEADER
            + "p1,lena,\"open,2026-10-01,5\n"
            + "p2,lena,plain,2026-10-02,6\n"
            + "p3,lena,\"\",2026-10-03,7\n"
            + "p4,tom,\"last, one\",2026-10-04,8\n");
  }

  @Test
  void aQuoteThatNothingClosesIsFound() {
    String header = "id,who,at,likes,text\n";
    assertOpenIn(
        4,
        header
            + "p1,lena,2026-10-01,5,\"two\nlines\"\n"
            + "p2,lena,2026-10-02,6,\"open\n"
            + "p3,lena,2026-10-03,7,plain\n"
            + "p4,tom,2026-10-04,8,last\n");
    assertOpenIn(2, HEADER + "p1,lena,\"open,2026-10-01,5\np2,lena,plain,2026-10-02,6\n");
    // texts alone, and nothing but the end of the file to tell by
    LineShape shape = new LineShape(",", '"', 2);
    String texts = "name,bio\nlena,\"open\ntom,Runner\nmika,Painter\n";
    assertThat(new SwallowedRecords(shape).isDoubtful(new String[] {"lena", texts.substring(15)}))
        .isTrue();
    assertThat(line(texts, 2)).isEqualTo(2);
  }

  @Test
  void captionsOverSeveralLinesAreRead() {
    FeedCheck check =
        posts(
            HEADER
                + "p1,lena,\"Monday, sun\n\nTuesday, rain, \"\"wind\"\", 3\",2026-10-01,5\n"
                + "p2,lena,\"1, 2, 3, 4\n5, 6\nlast\",2026-10-02,6\n"
                + "p3,tom,\"a\r\nb\",2026-10-03,7\n");
    assertThat(Mapped.rows(check, "post_id", "likes")).containsExactly("p1|5", "p2|6", "p3|7");
    assertThat(check.refusals()).isEmpty();
  }

  @Test
  void aCaptionThatLooksLikeARecordIsReadWhereItsQuotesAreClosed() {
    String row = "p1,lena,\"as in\np0,lena,list,2026-10-01,5\nabove\",2026-10-02,6\n";
    LineShape shape = new LineShape(",", '"', 5);
    String[] cells = {"p1", "lena", "as in\np0,lena,list,2026-10-01,5\nabove", "2026-10-02", "6"};
    assertThat(new SwallowedRecords(shape).isDoubtful(cells)).isTrue();
    FeedCheck check = posts(HEADER + row);
    assertThat(Mapped.rows(check, "post_id", "caption"))
        .containsExactly("p1|as in\np0,lena,list,2026-10-01,5\nabove");
    assertThat(check.refusals()).isEmpty();
  }

  @Test
  void aClosedQuoteAroundManyRecordsIsFoundToo() {
    assertOpenIn(
        3,
        HEADER
            + "p1,lena,plain,2026-10-01,5\n"
            + "p2,lena,\"open,2026-10-02,6\n"
            + "p3,lena,plain,2026-10-03,7\n"
            + "p4,tom,plain,2026-10-04,8\n"
            + "p5,tom,the end\",2026-10-05,9\n");
  }

  @Test
  void oneRecordThatAStrayQuoteEndsIsFound() {
    assertOpenIn(
        3,
        HEADER
            + "1,lena,fine,2026-10-01,90\n"
            + "2,lena,\"hello,2026-10-02,100\n"
            + "3,tom,bye\",2026-10-03,200\n"
            + "4,tom,plain,2026-10-04,300\n");
    assertOpenIn(
        2,
        "id,who,at,likes,text\n"
            + "1,lena,2026-10-01,100,\"hello\n"
            + "2,tom,2026-10-02,200,bye\"\n"
            + "3,tom,2026-10-03,300,plain\n");
    assertOpenIn(
        2,
        HEADER.replace("id,who", "who,id")
            + "lena,7,\"open,2026-10-01,5\n"
            + "tom,8,end\",2026-10-02,6\n");
  }

  @Test
  void aCaptionOfTwoLinesIsNoRecord() {
    FeedCheck check =
        posts(
            HEADER
                + "1,lena,\"first line\nsecond, line\",2026-10-01,5\n"
                + "2,lena,\"a, 2026-10-01, 7\n\"\"quoted\"\", end\",2026-10-02,6\n"
                + "3,lena,\"9, 8\n7, 6, 5\",2026-10-03,7\n");
    assertThat(Mapped.rows(check, "post_id", "likes")).containsExactly("1|5", "2|6", "3|7");
    assertThat(check.refusals()).isEmpty();
  }

  private static int line(String text, int columns) {
    CsvHead head =
        new CsvHead(
            List.of(),
            List.of("a", "b", "c", "d", "e").subList(0, columns),
            false,
            Map.of("quote", "\"", "escape", "\""));
    try {
      return new QuoteScan(head).find(new BufferedReader(new StringReader(text)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void linesAreCountedAsTheyStandInTheFile() {
    String above = HEADER + "p1,lena,\"two\n\nlines\",2026-10-01,5\n";
    assertThat(line(above, 5)).isZero();
    String open = "p2,lena,\"open,2026-10-02,6\n";
    String below = "p3,lena,\"ok\",2026-10-03,7\n";
    assertThat(line(above + open + below, 5)).isEqualTo(5);
    assertThat(line((above + open + below).replace("\n", "\r\n"), 5)).isEqualTo(5);
    assertThat(line(above + "p2,lena,\"he said \"hi\", once\",2026-10-02,6\n" + below, 5)).isZero();
  }

  @Test
  void anIngestRefusesTheFileWholeByItsSize() {
    String row = "x,%s,2026-10-31,\"%s\"%n";
    String fine = row.formatted("a1", "aa") + row.formatted("a2", "aa");
    TestLake lake =
        new TestLake(folder, "ingest.max_quarantined_share=0.9")
            .file("c", "accounts/a.csv", "platform,account_id,crawled_at,bio\n" + fine.repeat(3))
            .file(
                "c",
                "accounts/b.csv",
                "platform,account_id,crawled_at,bio\n"
                    + row.formatted("b1", "bb")
                    + "x,b2,2026-10-31,\"b\n"
                    + row.formatted("b3", "bb").repeat(5))
            .ingest("c");
    assertThat(lake.rows(BronzeTables.ACCOUNT_OBSERVATION, "account_id", "account_id"))
        .containsExactly("a1", "a2");
    assertThat(lake.rows(OpsTables.QUARANTINE, "source_file; reason; records", "reason"))
        .containsExactly(
            "accounts/b.csv|broken container: the quote that opens in line 3 is not closed, so that"
                + " a cell holds the records below it|7");
    assertThat(
            lake.rows(
                OpsTables.INGEST_ACCOUNTING,
                "records; accepted; duplicates; quarantined",
                "records"))
        .containsExactly("13|2|4|7");
  }
}

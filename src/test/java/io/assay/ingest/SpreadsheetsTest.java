package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import io.assay.testing.TestLake;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CSV as spreadsheets and data tools write it. */
class SpreadsheetsTest {
  @TempDir private Path folder;

  private static String mapping(String options, String columns) {
    return "format: csv\noptions: {"
        + options
        + "}\nfeeds:\n  accounts:\n    columns: {platform: \"'x'\", crawled_at: crawl_date, "
        + columns
        + "}\n";
  }

  private static String named(String options) {
    return mapping(options, "account_id: id, display_name: name");
  }

  @Test
  void aNameThatStandsTwiceIsNumberedAndTold() {
    FeedCheck check =
        new Mapped(folder)
            .file(
                "a.csv",
                "Nick,fans,fans,Rate (%),fans_2,Fans\r\nlena,3.4K,3400,2,x,y\r\n"
                    + "tom,12K,12000,1,x,y\r\n")
            .by(
                mapping(
                    "", "account_id: Nick, bio: fans, followers: fans_3, display_name: fans_4"));
    assertThat(Mapped.rows(check, "account_id", "bio", "followers", "display_name"))
        .containsExactly("lena|3.4K|3400|y", "tom|12K|12000|y");
    assertThat(check.notes())
        .containsExactly(
            "names that the header of a.csv repeats or lacks: column 3 is fans_3,"
                + " column 6 is Fans_4");
  }

  @Test
  void columnsWithoutANameAreCalledByTheirPlace() {
    FeedCheck check =
        new Mapped(folder)
            .file("a.csv", ",id,name,,\n0,lena,Lena,,\n1,tom,Tom,,7\n")
            .by(mapping("", "account_id: id, display_name: name, followers: unnamed_5"));
    assertThat(Mapped.rows(check, "account_id", "display_name", "followers"))
        .containsExactly("lena|Lena|null", "tom|Tom|7");
    assertThat(check.notes()).hasSize(1);
  }

  @Test
  void anIngestTellsOfNamesOnce() {
    TestLake lake =
        new TestLake(folder)
            .file(
                "c",
                "accounts/a.csv",
                ",platform,account_id,crawled_at,mood,mood\n0,x,1,2026-10-31,,\n1,,2,2026-10-31,,\n");
    assertThatThrownBy(() -> lake.ingest("c")).hasMessageContaining("1 of 2 accounts records");
    assertThat(lake.said())
        .containsOnlyOnce(
            "names that the header of accounts/a.csv repeats or lacks: column 1 is unnamed_1,"
                + " column 6 is mood_2");
  }

  @Test
  void aHeaderBelowRowsWithoutTextIsFound() {
    String rows = "id,name\nlena,Lena\n,\ntom,Tom\n";
    FeedCheck check =
        new Mapped(folder)
            .file("a.csv", "\n\n" + rows)
            .file("b.csv", (",\n" + rows).replace("\n", "\r\n"))
            .file("c.csv", " , ,,\n,\n\"\",\n" + rows)
            .file("d.csv", "   \n" + rows)
            .by(named("") + "    where: \"id IS NOT NULL\"\n");
    assertThat(Mapped.rows(check, "account_id", "display_name"))
        .containsExactly(
            "lena|Lena",
            "tom|Tom",
            "lena|Lena",
            "tom|Tom",
            "lena|Lena",
            "tom|Tom",
            "lena|Lena",
            "tom|Tom");
    assertThat(Mapped.refusals(check)).isEmpty();
  }

  @Test
  void rowsWithoutTextAreNoRecords() {
    FeedCheck check =
        new Mapped(folder)
            .file("a.csv", "id,name,fans\nlena,Lena,1\n,,\n , ,\ntom,Tom,2\n,,,,\n\"\",,\n")
            .file("b.csv", "id,name,fans\r\nmika,,\r\n,,\r\n,Nora,\r\n")
            .by(named(""));
    assertThat(Mapped.rows(check, "account_id", "display_name"))
        .containsExactly("lena|Lena", "tom|Tom", "mika|null");
    // A row without an id that says something is a record that lacks it.
    assertThat(check.records()).isEqualTo(4);
    assertThat(Mapped.refusals(check)).hasSize(1);
  }

  @Test
  void aHeaderThatStandsOnceMoreIsNoRecord() {
    FeedCheck check =
        new Mapped(folder)
            .file("a.csv", "id,name\nlena,Lena\nid,name\ntom,Tom\n\uFEFFid, name\nmika,Mika\n")
            .file("b.csv", "id\n1\nid\n2\n")
            .file("c.csv", "id,name\nname,name\nid,Name\n")
            .by(mapping("", "account_id: id") + "    schema: \"id STRING\"\n");
    assertThat(Mapped.rows(check, "account_id"))
        .containsExactly("lena", "tom", "mika", "1", "2", "name", "id");
    assertThat(check.records()).isEqualTo(7);
  }

  @Test
  void aHeaderInAnotherOrderEndsTheFile() {
    FeedCheck check =
        new Mapped(folder)
            .file("a.csv", "id,name\nlena,Lena\nname,id\nTom,tom\n")
            .file("b.csv", "id,name\nmika,\"a\nname,id\nb\"\n")
            .by(named(""));
    assertThat(Mapped.rows(check, "account_id", "display_name"))
        .containsExactly("mika|a\nname,id\nb");
    assertThat(check.refusals())
        .extracting(FeedCheck.Refusal::reason)
        .containsExactly(
            "broken container: line 3 names the columns in another order than the header, so that"
                + " the rows below it are not what they seem; part the file there");
  }

  @Test
  void rowsAreNumberedFromBelowTheHeaderWhereverItStands() {
    FeedCheck check =
        new Mapped(folder)
            .file("a.csv", ",\n,\nid,name\nlena,Lena\ntom,Tom\n")
            .by(mapping("", "account_id: \"concat(id, ':', record_position)\""));
    assertThat(Mapped.rows(check, "account_id")).containsExactly("lena:1", "tom:2");
  }

  private FeedCheck in(String charset, String options, String names) {
    String rows = "id,name\n1,\"" + names + ",\n\"\"x\"\"\"\n2,plain\n";
    return new Mapped(folder.resolve(charset + options.length()))
        .file("a.csv", rows.getBytes(Charset.forName(charset)))
        .by(named(options));
  }

  @Test
  void everyCharacterSetThatJavaKnowsIsRead() {
    assertThat(
            Mapped.rows(
                in("windows-1252", "encoding: windows-1252", "caf\u00e9 \u2019\u20ac"),
                "display_name"))
        .containsExactly("caf\u00e9 \u2019\u20ac,\n\"x\"", "plain");
    assertThat(Mapped.rows(in("Shift_JIS", "encoding: Shift_JIS", "\u8868\u30bd"), "display_name"))
        .containsExactly("\u8868\u30bd,\n\"x\"", "plain");
    assertThat(Mapped.rows(in("GB18030", "charset: gb18030", "\u5b66\u751f"), "display_name"))
        .containsExactly("\u5b66\u751f,\n\"x\"", "plain");
    assertThat(
            Mapped.rows(
                in("KOI8-R", "encoding: KOI8-R", "\u0410\u043d\u043d\u0430"), "display_name"))
        .containsExactly("\u0410\u043d\u043d\u0430,\n\"x\"", "plain");
  }

  @Test
  void linesOfAnotherCharacterSetAreReadInPiecesToo() {
    FeedCheck check =
        new Mapped(folder)
            .file("a.csv", "id,name\n1,\u8868\n".getBytes(Charset.forName("Shift_JIS")))
            .by(named("encoding: Shift_JIS, multiLine: false"));
    assertThat(Mapped.rows(check, "display_name")).containsExactly("\u8868");
    FeedCheck wide =
        new Mapped(folder.resolve("wide"))
            .file("a.csv", "id,name\n1,\u8868\n".getBytes(StandardCharsets.UTF_16LE))
            .by(named("encoding: UTF-16LE, multiLine: false"));
    assertThat(Mapped.rows(wide, "display_name")).containsExactly("\u8868");
  }

  @Test
  void aByteOrderMarkTellsTheCharacterSetWhateverTheMappingSays() {
    String rows = "\uFEFFid,name\n1,caf\u00e9 \u8868\n";
    for (String options : new String[] {"", "encoding: windows-1252"}) {
      FeedCheck check =
          new Mapped(folder.resolve("m" + options.length()))
              .file("a.csv", rows.getBytes(StandardCharsets.UTF_8))
              .file("b.csv", rows.getBytes(StandardCharsets.UTF_16LE))
              .file("c.csv", rows.getBytes(StandardCharsets.UTF_16BE))
              .file("d.csv", "id,name\n1,plain\n")
              .by(named(options));
      assertThat(Mapped.rows(check, "display_name"))
          .containsExactlyInAnyOrder(
              "caf\u00e9 \u8868", "caf\u00e9 \u8868", "caf\u00e9 \u8868", "plain");
    }
  }

  @Test
  void textOfAnotherCharacterSetThanStatedIsRefused() {
    byte[] rows = "id,name\n1,it\u2019\n2,plain\n".getBytes(Charset.forName("windows-1252"));
    for (String[] stated :
        new String[][] {
          {"", "not UTF-8"},
          {"encoding: utf-8", "not UTF-8"},
          {"encoding: Shift_JIS", "not Shift_JIS"},
          {"encoding: ISO-8859-1", "not ISO-8859-1 but control characters; it may be windows-1252"}
        }) {
      FeedCheck check =
          new Mapped(folder.resolve("m" + stated[0].length()))
              .file("a.csv", rows)
              .by(named(stated[0]));
      assertThat(Mapped.rows(check, "account_id")).containsExactly("2");
      assertThat(check.refusals()).extracting(FeedCheck.Refusal::reason).containsExactly(stated[1]);
    }
  }

  @Test
  void whatCannotBeReadIsRefusedBeforeAnythingIs() throws IOException {
    Path file = Files.writeString(folder.resolve("m.yaml"), named("charset: klingon"));
    assertThatThrownBy(() -> Mapping.load(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("options.encoding: klingon; allowed: a character set that Java");
  }
}

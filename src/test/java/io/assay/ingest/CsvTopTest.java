package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers that stand below a title and notes. */
class CsvTopTest {
  private static final String ROWS = "id,name,fans\nlena,Lena,12\ntom,Tom,34\n";
  private static final String SCHEMA = "    schema: \"id STRING, name STRING, fans STRING\"\n";

  @TempDir private Path folder;

  private static String mapping(String options, String more) {
    return "format: csv\noptions: {"
        + options
        + "}\nfeeds:\n  accounts:\n"
        + more
        + "    columns: {platform: \"'x'\", crawled_at: crawl_date, account_id: id,"
        + " display_name: name, followers: fans}\n";
  }

  private Mapped file(String name, String content) {
    return new Mapped(folder.resolve(name.replace('/', '-'))).file(name, content);
  }

  private static void assertReadWhole(FeedCheck check) {
    assertThat(Mapped.rows(check, "account_id", "display_name", "followers"))
        .containsExactly("lena|Lena|12", "tom|Tom|34");
    assertThat(Mapped.refusals(check)).isEmpty();
  }

  @Test
  void aHeaderThatNamesWhatTheMappingUsesIsFound() {
    String notes = "Profile report\n\"Made 2026-10-31, by us\",,,,\n\n";
    for (String more : new String[] {"", SCHEMA}) {
      FeedCheck check =
          new Mapped(folder.resolve("m" + more.length()))
              .file("a.csv", notes + ROWS)
              .by(mapping("", more));
      assertReadWhole(check);
      assertThat(check.notes())
          .anyMatch(note -> note.startsWith("the header of a.csv stands below other text"));
    }
    assertReadWhole(file("b.csv", (notes + ROWS).replace("\n", "\r\n")).by(mapping("", "")));
    assertReadWhole(file("c.tsv", (notes + ROWS).replace(',', '\t')).by(mapping("", "")));
    assertReadWhole(file("d.csv", "\uFEFFTitle: é\n" + ROWS).by(mapping("", "")));
  }

  @Test
  void filesWithDifferentNotesAreReadTogether() {
    FeedCheck check =
        new Mapped(folder)
            .file("a.csv", "Report of Monday\n" + ROWS)
            .file("b.csv", "Report of Tuesday\nid 1 to 9\n" + ROWS.replace("lena", "mika"))
            .file("c.csv", ROWS.replace("lena", "nora"))
            .by(
                mapping("", "")
                    .replace("account_id: id", "account_id: \"concat(id, record_position)\""));
    assertThat(Mapped.rows(check, "account_id"))
        .containsExactly("lena1", "tom2", "mika1", "tom2", "nora1", "tom2");
    assertThat(Mapped.refusals(check)).isEmpty();
  }

  @Test
  void theFormatOfOursIsFoundBelowNotesToo() {
    FeedCheck check =
        file(
                "accounts/a.csv",
                "Our accounts\nplatform,account_id,crawled_at\nx,1,2026-10-31\nx,2,2026-10-31\n")
            .unmapped();
    assertThat(Mapped.rows(check, "account_id")).containsExactly("1", "2");
    assertThat(Mapped.refusals(check)).isEmpty();
  }

  @Test
  void anOptionSaysHowManyLinesStandAboveTheHeader() {
    String notes = "one\n\n\"two, three\"\n";
    assertReadWhole(file("a.csv", notes + ROWS).by(mapping("skip_lines: 3", "")));
    assertReadWhole(file("b.csv", notes + ROWS).by(mapping("skip_lines: 3, multiLine: false", "")));
    assertReadWhole(file("c.csv", "id,name,fans\n" + ROWS).by(mapping("skip_lines: 1", SCHEMA)));
    assertReadWhole(file("d.csv", ROWS).by(mapping("skip_lines: 0", "")));
  }

  @Test
  void aWrongNumberOfLinesIsSaid() {
    assertThatThrownBy(
            () -> file("a.csv", "one\ntwo\n" + ROWS).by(mapping("skip_lines: 1", SCHEMA)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "a.csv has no header below its first lines, which the mapping's option skip_lines: 1"
                + " passes over; there stands two");
    assertThatThrownBy(() -> file("a.csv", "one\n" + ROWS).by(mapping("skip_lines: 2", "")))
        .isInstanceOf(UserError.class)
        .hasMessageEndingWith("there stands lena, Lena, 12")
        .satisfies(
            e -> assertThat(((UserError) e).remedy()).contains("which names fans, id, name;"));
    assertThatThrownBy(() -> file("a.csv", ROWS).by(mapping("skip_lines: 9", "")))
        .isInstanceOf(UserError.class)
        .hasMessageEndingWith("there stands nothing");
    assertThatThrownBy(() -> file("a.csv", ROWS).by(mapping("skip_lines: two", "")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("options.skip_lines: two; allowed: how many lines stand above");
    assertThatThrownBy(
            () ->
                file("a.json", "{}")
                    .by(mapping("skip_lines: 2", "").replace("format: csv", "format: json")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("options.skip_lines: 2; allowed: nothing; it is of CSV alone");
  }

  @Test
  void whereNoRowNamesTheColumnsTheFirstIsTheHeader() {
    assertThatThrownBy(() -> file("a.csv", "a,b\n1,2\nid,name\n").by(mapping("", "")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("feed accounts, column account_id");
  }

  @Test
  void theLineThatTellsExcelWhatPartsTheCellsIsUsed() {
    String rows = ROWS.replace(',', ';');
    assertReadWhole(file("e.csv", "sep=;\n" + rows).by(mapping("", "")));
    assertReadWhole(
        file("f.csv", ("\uFEFFSEP=;\n" + rows).replace("\n", "\r\n"))
            .by(mapping("sep: \",\"", "")));
    assertReadWhole(file("g.csv", "\"sep=\t\"\n" + ROWS.replace(',', '\t')).by(mapping("", "")));
    assertReadWhole(file("h.csv", "sep=;\nReport\n" + rows).by(mapping("", "")));
  }

  @Test
  void aFileThatIsPackedInSpiteOfItsNameIsRefusedWhole() {
    FeedCheck check =
        new Mapped(folder.resolve("packed"))
            .file("a.csv", Packed.gzip(ROWS))
            .file("b.csv", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0})
            .file("c.csv", ROWS)
            .by(mapping("", ""));
    assertThat(Mapped.rows(check, "account_id")).containsExactly("lena", "tom");
    assertThat(check.refusals())
        .extracting(FeedCheck.Refusal::reason)
        .containsExactlyInAnyOrder(
            "broken container: by its first bytes it is packed: add .gz to its name",
            "broken container: by its first bytes it is a zip archive or a workbook such as .xlsx,"
                + " which its name does not say");
  }
}

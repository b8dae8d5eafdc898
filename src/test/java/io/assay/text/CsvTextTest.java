package io.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTextTest {

  @Test
  void whatIsPlainStaysAsItIs() {
    assertThat(CsvText.cell("lena.bakes")).isEqualTo("lena.bakes");
    assertThat(CsvText.cell("a=b+c-d@e 'f' é\uD83D\uDE00"))
        .isEqualTo("a=b+c-d@e 'f' é\uD83D\uDE00");
    assertThat(CsvText.cell("")).isEmpty();
    assertThat(CsvText.isMarked("lena")).isFalse();
  }

  @Test
  void separatorsQuotesAndLinesAreQuoted() {
    assertThat(CsvText.cell("a,b")).isEqualTo("\"a,b\"");
    assertThat(CsvText.cell("say \"a\"")).isEqualTo("\"say \"\"a\"\"\"");
    assertThat(CsvText.cell("a\nb")).isEqualTo("\"a\nb\"");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {"=1+1,'=1+1", "+1,'+1", "-1,'-1", "@SUM(A1),'@SUM(A1)", "＝1,'＝1", "'a,''a"})
  void whatASpreadsheetWouldRunIsMarkedSoThatItCanBeUndone(String text, String cell) {
    assertThat(CsvText.cell(text)).isEqualTo(cell);
    assertThat(CsvText.isMarked(text)).isTrue();
    assertThat(CsvText.quoted(text)).isEqualTo(text);
  }

  @Test
  void signsThatItSkipsBeforeAreMarkedToo() {
    assertThat(CsvText.cell("\t=1")).isEqualTo("'\t=1");
    assertThat(CsvText.cell("\r=1")).isEqualTo("\"'\r=1\"");
    assertThat(CsvText.cell("=a,b")).isEqualTo("\"'=a,b\"");
  }
}

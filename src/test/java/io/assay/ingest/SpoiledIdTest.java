package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpoiledIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "17841400000000001",
        "0",
        "7",
        "baker.bo",
        "null.island",
        "nanette",
        "none_of_us",
        "UC-1x",
        "3e",
        "e5",
        "1e5x",
        "@nan",
        "-",
        "url:7",
        "#summer",
        "#Name",
        "a=1",
        "12.3.4",
        "née",
        "  42"
      })
  void isNoneOfThese(String id) {
    SpoiledId expected = id.equals("-") ? SpoiledId.MISSING_WORD : null;
    assertThat(of(id, false)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "nan, MISSING_WORD",
        "NaN, MISSING_WORD",
        "None, MISSING_WORD",
        "NULL, MISSING_WORD",
        "undefined, MISSING_WORD",
        "<NA>, MISSING_WORD",
        "\\N, MISSING_WORD",
        "-1, MISSING_WORD",
        "` nan `, MISSING_WORD",
        "#NAME?, SPREADSHEET_ERROR",
        "#VALOR!, SPREADSHEET_ERROR",
        "#DIV/0!, SPREADSHEET_ERROR",
        "#N/A, SPREADSHEET_ERROR",
        "=\"1290000000000000123\", FORMULA",
        "=A1, FORMULA",
        "9.06E+17, ROUNDED",
        "`1,29E+18`, ROUNDED",
        "1e18, ROUNDED",
        "`#¡VALOR!`, SPREADSHEET_ERROR",
        "`#¿NOMBRE?`, SPREADSHEET_ERROR",
        "`#Н/Д`, SPREADSHEET_ERROR",
        "########, SPREADSHEET_ERROR",
        "`\"NaN\"`, MISSING_WORD",
        "501.5, FRACTION",
        "`501,0`, FRACTION",
        "501.0, FRACTION",
        "501., FRACTION"
      })
  void whatStandsWhereAnIdShould(String id, SpoiledId expected) {
    assertThat(of(id, false)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"17\u0000", "\u0000", "a\tb", "a\nb", "\u007f9"})
  void noIdHoldsAControlCharacter(String id) {
    assertThat(of(id, false)).isEqualTo(SpoiledId.CONTROL_CHARACTER);
    assertThat(of(id, true)).isEqualTo(SpoiledId.CONTROL_CHARACTER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nan", "Null", "none", "na", "1e5", "501.0", "1.5e10"})
  void whereIdsAreHandlesPeopleMayBeCalledSo(String id) {
    assertThat(of(id, true)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "#NAME?, SPREADSHEET_ERROR",
        "=\"bo\", FORMULA",
        "9.06E+17, ROUNDED",
        "N/A, MISSING_WORD",
        "-1, MISSING_WORD",
        "<NA>, MISSING_WORD"
      })
  void butNobodyIsCalledSo(String id, SpoiledId expected) {
    assertThat(of(id, true)).isEqualTo(expected);
  }

  private static SpoiledId of(String id, boolean handles) {
    return SpoiledId.of(UTF8String.fromString(id), handles);
  }
}

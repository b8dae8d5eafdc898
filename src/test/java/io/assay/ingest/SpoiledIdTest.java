package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.ingest.SpoiledId.Naming;
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
        "[giveaway]",
        "[p4",
        "{x}",
        "  42"
      })
  void isNoneOfThese(String id) {
    SpoiledId expected = id.equals("-") ? SpoiledId.MISSING_WORD : null;
    assertThat(of(id, Naming.NUMBERED)).isEqualTo(expected);
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
        "501., FRACTION",
        "1.234e0, FRACTION",
        "`[\"501\"]`, STRUCTURE",
        "`['501', '502']`, STRUCTURE",
        "[501], STRUCTURE",
        "[ null ], STRUCTURE",
        "[], STRUCTURE",
        "{}, STRUCTURE",
        "`{\"id\":5}`, STRUCTURE",
        "`{'id': 5}`, STRUCTURE"
      })
  void whatStandsWhereAnIdShould(String id, SpoiledId expected) {
    assertThat(of(id, Naming.NUMBERED)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"17\u0000", "\u0000", "a\tb", "a\nb", "\u007f9"})
  void noIdHoldsAControlCharacter(String id) {
    assertThat(of(id, Naming.NUMBERED)).isEqualTo(SpoiledId.CONTROL_CHARACTER);
    assertThat(of(id, Naming.HANDLES)).isEqualTo(SpoiledId.CONTROL_CHARACTER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nan", "Null", "none", "na", "1e5", "501.0", "1.5e10"})
  void whereIdsAreHandlesPeopleMayBeCalledSo(String id) {
    assertThat(of(id, Naming.HANDLES)).isNull();
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
    assertThat(of(id, Naming.HANDLES)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "SAVE10,",
    "5E10,",
    "null island,",
    "nan, MISSING_WORD",
    "#NAME?, SPREADSHEET_ERROR",
    "=A1, FORMULA",
    "5.00E+10, ROUNDED",
    "501.0, FRACTION"
  })
  void codesOfAShopAreChosenByPeople(String code, SpoiledId expected) {
    assertThat(of(code, Naming.CODES)).isEqualTo(expected);
  }

  private static SpoiledId of(String id, Naming naming) {
    return SpoiledId.of(UTF8String.fromString(id), naming);
  }
}

package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts as they stand in files, the right value or none. */
class NumberTextTest {
  private static final NumberText UNSAID = new NumberText(Notation.UNSAID);
  private static final NumberText BY_POINT = new NumberText(new Notation(".", ",", "UTC", false));
  private static final NumberText BY_SPACE = new NumberText(new Notation(" ", ",", "UTC", false));

  private static Long count(NumberText numbers, String text) {
    return NumberText.whole(numbers.number(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.000", "2.000", "407.137", "1,234", "-3.000", "+1,000"})
  void whatHasTwoReadingsIsReadInNeither(String text) {
    assertThat(UNSAID.hasTwoReadings(text)).isTrue();
    assertThat(UNSAID.number(text)).isNull();
    assertThat(BY_POINT.hasTwoReadings(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '"',
      value = {
        "12.0=12",
        "12.00=12",
        "1e3=1000",
        "1.2E7=12000000",
        "1234.000=1234",
        "0.000=0",
        "411.9999999=412",
        "412.0000001=412",
        "1,234,567=1234567",
        "1.234.567=1234567",
        "1,234.00=1234",
        "1.234,0=1234",
        "1 234=1234",
        "1\u00a0234\u00a0567=1234567",
        "1'234=1234"
      })
  void whatHasOneReadingIsRead(String text, long value) {
    assertThat(UNSAID.hasTwoReadings(text)).isFalse();
    assertThat(count(UNSAID, text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12.5",
        "411.99999",
        "1,2",
        "1,23,4",
        "12k",
        "1e400",
        "1.234,567.8",
        "12 34",
        "1,234.567",
        "1..000",
        "9223372036854775808",
        "",
        "-",
        "one"
      })
  void whatIsNoWholeNumberIsNone(String text) {
    assertThat(count(UNSAID, text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "12.000=12000",
        "407.137=407137",
        "1.234.567=1234567",
        "640=640",
        "12,000=12",
        "1.012,0=1012"
      })
  void theSourceSaysWhichItIs(String text, long value) {
    assertThat(count(BY_POINT, text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.23", "12.00", "1,234,567", "1.2345", "1 234"})
  void whatIsNotInTheSourcesNotationIsRefused(String text) {
    assertThat(BY_POINT.number(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12 000", "12\u00a0000", "12\u202f000"})
  void allSpacesAreOne(String text) {
    assertThat(count(BY_SPACE, text)).isEqualTo(12_000L);
  }
}

package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingFunctionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "1.2M=1200000",
        "45.3k=45300",
        "45,3K=45300",
        "1,2 mio=1200000",
        "1,2 Mio.=1200000",
        "12 тыс=12000",
        "12 тыс.=12000",
        "1.2万=12000",
        "3亿=300000000",
        "2.9m=2900000",
        "10K+=10000",
        "1,5 mil=1500",
        "3 lakh=300000",
        "1.25 Mrd=1250000000",
        "1.2B=1200000000",
        "640=640"
      })
  void countsAsPeopleAreShownThem(String shown, String digits) {
    assertThat(ShownCount.digits(shown)).isEqualTo(digits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.234k",
        "1,234 mio",
        "k",
        "12 people",
        "1.2.3M",
        "hidden",
        "12.000",
        "45,3 B",
        "45 B",
        "1,2 mil."
      })
  void whatIsNoneStaysAsItCame(String shown) {
    assertThat(ShownCount.digits(shown)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "Fri May 29 12:52:04 +0000 2020,2020-05-29T12:52:04Z",
    "Sun Oct 04 23:00:00 +0200 2026,2026-10-04T21:00:00Z",
    "Mon Feb 29 12:00:00 +0000 2021,Mon Feb 29 12:00:00 +0000 2021",
    "2020-05-29T12:52:04Z,2020-05-29T12:52:04Z"
  })
  void timesOfTwitter(String text, String iso) {
    assertThat(MappingFunctions.twitterTime(text)).isEqualTo(iso);
  }

  @ParameterizedTest
  @CsvSource({
    "1590756724,false,2020-05-29T12:52:04Z",
    "1590756724.5,false,2020-05-29T12:52:04.5Z",
    "1.590756724E9,false,2020-05-29T12:52:04Z",
    "1590756724000,true,2020-05-29T12:52:04Z",
    "1590756724123,true,2020-05-29T12:52:04.123Z",
    "1590756724000,false,1590756724000",
    "1590756724,true,1590756724",
    "0,false,0",
    "soon,false,soon"
  })
  void secondsAndMillisecondsAreNotMistakenForEachOther(String text, boolean millis, String iso) {
    assertThat(MappingFunctions.epoch(text, millis)).isEqualTo(iso);
  }
}

package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Numbers of JSON that would read as thousands if they were texts. */
class NumberTokensTest {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "n STRING, d DOUBLE, list ARRAY<STRING>, deep STRUCT<n: STRING, d: DOUBLE>,"
              + " map MAP<STRING, STRING>");
  private static final NumberTokens UNSAID = NumberTokens.of(Notation.UNSAID, SCHEMA, 100);
  private static final NumberTokens BY_POINT =
      NumberTokens.of(new Notation(".", ",", "UTC", false), SCHEMA, 100);

  private static String written(NumberTokens numbers, String json) {
    return new String(numbers.call(json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  @Test
  void becomeTextsWithAnExponentWhereTheyAreReadAsTexts() {
    assertThat(
            written(
                UNSAID,
                "{\"n\": 1.234,\"list\":[12.3450,1.2345e1,12.000,-407.137 ],\"deep\":{\"d\":1.234,\"n\":999.999},\"map\":{\"x\":1.000}}"))
        .isEqualTo(
            "{\"n\":\"1.234e0\",\"list\":[\"12.3450e0\",\"1.2345e1\",\"12.000e0\",\"-407.137e0\"],\"deep\":{\"d\":1.234,\"n\":\"999.999e0\"},\"map\":{\"x\":\"1.000e0\"}}");
  }

  @Test
  void othersStayAsTheyAre() {
    String json =
        "{\"n\":1.2345,\"list\":[0.123,1234.567,1.234e3,12.5,1234,\"1.234\",1.00001],\"d\":1.234,\"x\":1.234}";
    assertThat(written(UNSAID, json)).isEqualTo(json);
  }

  @Test
  void whatHoldsNoneIsNotTouched() {
    for (String json :
        new String[] {
          "{\"at \\\" 1.234\":\"1.234\", \"x\":\"\\\\\",\"y.1\":\"é 12.000\"}",
          "{\"n\":12.5 , \"list\":[1234.567]}"
        }) {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      assertThat(UNSAID.call(bytes)).isSameAs(bytes);
    }
  }

  @Test
  void whatIsNoJsonStaysAsItIs() {
    for (String json : new String[] {"{\"n\":1.234", "{\"n\":1.234} x", "{\"n\":1.234}{}"}) {
      assertThat(written(UNSAID, json)).isEqualTo(json);
    }
  }

  @Test
  void whereAPointPartsThousandsEveryFractionIsMarked() {
    assertThat(
            written(BY_POINT, "{\"n\":12.5,\"list\":[1234.567,1.5e3,7,NaN],\"d\":12.5,\"t\":null}"))
        .isEqualTo(
            "{\"n\":\"12.5e0\",\"list\":[\"1234.567e0\",\"1.5e3\",7,NaN],\"d\":12.5,\"t\":null}");
    assertThat(NumberTokens.of(new Notation(",", ".", "UTC", false), SCHEMA, 100)).isNull();
  }
}

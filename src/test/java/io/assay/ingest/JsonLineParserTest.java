package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Feeds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class JsonLineParserTest {
  private static final StructType SCHEMA = JsonLineParser.schema(Feeds.POSTS);

  @Test
  void valuesOfTheirFieldsTypeAreTakenAsTheyAre() {
    Row row =
        parse(
            "{\"post_id\":\"a\\u00e9\",\"likes\":12,\"is_sponsored\":false,\"views\":null,"
                + "\"posted_at\":\"2026-10-30\",\"hashtags\":[\"x\",null,7]}");
    assertThat(value(row, "post_id")).isEqualTo("a\u00e9");
    assertThat(value(row, "likes")).isEqualTo(12L);
    assertThat(value(row, "is_sponsored")).isEqualTo(false);
    assertThat(value(row, "views")).isNull();
    assertThat(value(row, "posted_at")).isEqualTo("2026-10-30");
    assertThat((String[]) value(row, "hashtags")).containsExactly("x", null, "7");
    assertThat(value(row, JsonLineParser.TEXTS)).isNull();
    assertThat(value(row, JsonLineParser.UNKNOWN)).isEqualTo(0);
    assertThat(value(row, JsonLineParser.FAULT)).isNull();
  }

  @Test
  void othersAreHandedOnAsTheyWereWritten() {
    Row row =
        parse(
            "{\"post_id\":{\"a\": [1, \"\u00e9\"]},\"likes\":\"1k\",\"shares\":1.0,"
                + "\"comments\":99999999999999999999,\"hashtags\":[\"x\", {\"y\":1}],"
                + "\"account_id\":5,\"is_sponsored\":1}");
    assertThat(value(row, JsonLineParser.TEXTS))
        .isEqualTo(
            Map.of(
                "post_id", "{\"a\": [1, \"\u00e9\"]}",
                "likes", "1k",
                "shares", "1.0",
                "comments", "99999999999999999999",
                "hashtags", "[\"x\", {\"y\":1}]",
                "is_sponsored", "1"));
    assertThat(value(row, "account_id")).isEqualTo("5");
    assertThat(value(row, "likes")).isNull();
  }

  @Test
  void otherNamesAreCountedWhateverTheyHold() {
    Row row = parse("{\"mood\":{\"likes\":3},\"x\":[1],\"likes\":4,\"y\":null}");
    assertThat(value(row, JsonLineParser.UNKNOWN)).isEqualTo(3);
    assertThat(value(row, "likes")).isEqualTo(4L);
  }

  @Test
  void aNumberThatIsNoneIsNoText() {
    Row row = parse("{\"account_id\":NaN,\"post_id\":\"NaN\",\"likes\":NaN}");
    assertThat(value(row, JsonLineParser.TEXTS))
        .isEqualTo(Map.of("account_id", "NaN", "likes", "NaN"));
    assertThat(value(row, "post_id")).isEqualTo("NaN");
  }

  @Test
  void aNameStatedTwiceIsAFault() {
    assertThat(value(parse("{\"likes\":1,\"likes\":2}"), JsonLineParser.FAULT))
        .isEqualTo("states likes more than once");
  }

  @Test
  void whatIsNotOneObjectIsNull() {
    for (String line :
        List.of(
            "",
            "[]",
            "\"text\"",
            "{",
            "{\"a\":1",
            "{\"a\":[1}",
            "{\"a\":1}{}",
            "{\"a\":1} x",
            "{'a':1}",
            "\0\0\0{\0",
            "{\"a\":01}",
            "{\"likes\":12, \"b\"}",
            "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
            "{\"caption\":\"" + "x".repeat(101) + "\"}")) {
      assertThat(parse(line)).as(line).isNull();
    }
    assertThat(new JsonLineParser(Feeds.POSTS, 100).call(null)).isNull();
    assertThat(parse(" {} \t")).isNotNull();
  }

  private static Row parse(String line) {
    return new JsonLineParser(Feeds.POSTS, 100).call(line.getBytes(StandardCharsets.UTF_8));
  }

  private static Object value(Row row, String name) {
    return row.get(SCHEMA.fieldIndex(name));
  }
}

package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.settings.SettingsLoader;
import io.assay.testing.TestLake;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class JsonLineParserTest {
  private static final Feed FEED = Feeds.POSTS;
  private static final StructType SCHEMA = JsonLineParser.schema(FEED);
  private static final RecordRules RULES =
      new Validation(
              FEED,
              TestLake.DAY,
              SettingsLoader.load(List.of(), List.of()).ingest(),
              Notation.UNSAID)
          .ofFields();

  @Test
  void valuesOfTheirFieldsTypeAreTakenAsTheyAre() {
    InternalRow row =
        parse(
            "{\"post_id\":\"a\\u00e9\",\"likes\":12,\"is_sponsored\":false,\"views\":null,"
                + "\"posted_at\":\"2026-10-30\",\"hashtags\":[\"x\",null,7]}");
    assertThat(value(row, "post_id")).isEqualTo("a\u00e9");
    assertThat(value(row, "likes")).isEqualTo(12L);
    assertThat(value(row, "is_sponsored")).isEqualTo(false);
    assertThat(value(row, "views")).isNull();
    assertThat(value(row, "posted_at")).isEqualTo(micros("2026-10-30T00:00:00Z"));
    assertThat(value(row, "hashtags")).isEqualTo(Arrays.asList("x", null, "7"));
    assertThat(value(row, JsonLineParser.UNKNOWN)).isEqualTo(0);
    assertThat(value(row, JsonLineParser.FAULT)).isNull();
  }

  @Test
  void othersAreReadByTheirText() {
    InternalRow row =
        parse(
            "{\"post_id\":{\"a\": [1, \"\u00e9\"]},\"likes\":\"1k\",\"shares\":1.0,"
                + "\"comments\":99999999999999999999,\"hashtags\":[\"x\", {\"y\":1}],"
                + "\"mentions\":\"one\",\"account_id\":5,\"is_sponsored\":1,\"views\":\"3e2\"}");
    assertThat(value(row, "post_id")).isNull();
    assertThat(value(row, "likes")).isNull();
    assertThat(value(row, "shares")).isEqualTo(1L);
    assertThat(value(row, "comments")).isNull();
    assertThat(value(row, "hashtags")).isEqualTo(List.of("x", "{\"y\":1}"));
    assertThat(value(row, "mentions")).isNull();
    assertThat(value(row, "account_id")).isEqualTo("5");
    assertThat(value(row, "is_sponsored")).isEqualTo(true);
    assertThat(value(row, "views")).isEqualTo(300L);
  }

  @Test
  void theFirstBrokenRuleIsNamed() {
    String fine =
        "{\"platform\":\"x\",\"post_id\":\"p\",\"account_id\":\"a\",\"posted_at\":"
            + "\"2026-10-30T10:00:00Z\",\"crawled_at\":\"2026-10-31T10:00:00Z\"%s}";
    assertThat(value(parse(fine.formatted("")), RecordRules.PROBLEM)).isNull();
    assertThat(broken(fine.formatted("").replace("\"p\"", "\" \"")))
        .isEqualTo(new RecordRules.Words("missing", "post_id", false));
    assertThat(broken(fine.formatted("").replace("10-31T10", "11-01T00")))
        .isEqualTo(new RecordRules.Words("after the crawl date", "crawled_at", false));
  }

  @Test
  void aValueThatAnOptionalFieldCannotHaveIsLostAndItsRuleNoted() {
    InternalRow row =
        parse(
            "{\"platform\":\"x\",\"post_id\":\"p\",\"account_id\":\"a\",\"posted_at\":"
                + "\"2026-10-30T10:00:00Z\",\"crawled_at\":\"2026-10-31T10:00:00Z\","
                + "\"shares\":-1,\"likes\":\"1k\",\"comments\":4}");
    assertThat(value(row, RecordRules.PROBLEM)).isNull();
    assertThat(value(row, "shares")).isNull();
    assertThat(value(row, "likes")).isNull();
    assertThat(value(row, "comments")).isEqualTo(4L);
    byte[] lost = (byte[]) value(row, RecordRules.LOST);
    assertThat(lost).hasSize(2);
    assertThat(words(Byte.toUnsignedInt(lost[0])))
        .isEqualTo(new RecordRules.Words("not a whole number", "likes", true));
    assertThat(words(Byte.toUnsignedInt(lost[1])))
        .isEqualTo(new RecordRules.Words("negative", "shares", false));
  }

  @Test
  void whoDoesNotSayWhenItWasSeenIsToldIt() {
    String given = "2026-10-30T12:00:00Z";
    JsonLineParser parser = new JsonLineParser(FEED, RULES, 100, given);
    for (String line : List.of("{}", "{\"crawled_at\":null}", "{\"crawled_at\":[1]}")) {
      assertThat(value(parse(parser, line), "crawled_at")).as(line).isEqualTo(micros(given));
    }
    String own = "2026-10-29T12:00:00.5Z";
    assertThat(value(parse(parser, "{\"crawled_at\":\"" + own + "\"}"), "crawled_at"))
        .isEqualTo(micros(own));
    assertThat(value(parse(parser, "{\"crawled_at\":\"later\"}"), "crawled_at")).isNull();
  }

  @Test
  void otherNamesAreCountedWhateverTheyHold() {
    InternalRow row = parse("{\"mood\":{\"likes\":3},\"x\":[1],\"likes\":4,\"y\":null}");
    assertThat(value(row, JsonLineParser.UNKNOWN)).isEqualTo(3);
    assertThat(value(row, "likes")).isEqualTo(4L);
  }

  @Test
  void aNumberThatIsNoneIsNoText() {
    InternalRow row = parse("{\"account_id\":NaN,\"post_id\":\"NaN\",\"likes\":NaN}");
    assertThat(value(row, "account_id")).isNull();
    assertThat(value(row, "likes")).isNull();
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
    assertThat(parse(" {} \t")).isNotNull();
  }

  private static RecordRules.Words broken(String line) {
    return words((Integer) value(parse(line), RecordRules.PROBLEM));
  }

  private static RecordRules.Words words(int rule) {
    // The rule before those of the fields is that of the whole record.
    return RULES.words().get(rule - 2);
  }

  private static InternalRow parse(String line) {
    return parse(new JsonLineParser(FEED, RULES, 100, null), line);
  }

  private static InternalRow parse(JsonLineParser parser, String line) {
    return parser.call(line.getBytes(StandardCharsets.UTF_8));
  }

  private static long micros(String time) {
    return Instant.parse(time).toEpochMilli() * 1000;
  }

  /** Texts as such, lists of them as lists, times as microseconds. */
  private static Object value(InternalRow row, String name) {
    int at = SCHEMA.fieldIndex(name);
    if (row.isNullAt(at)) {
      return null;
    }
    if (SCHEMA.apply(name).dataType() instanceof ArrayType type) {
      return Arrays.stream(row.getArray(at).toObjectArray(type.elementType()))
          .map(element -> element == null ? null : element.toString())
          .toList();
    }
    Object value = row.get(at, SCHEMA.apply(name).dataType());
    return value instanceof org.apache.spark.unsafe.types.UTF8String ? value.toString() : value;
  }
}

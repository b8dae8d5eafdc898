package io.assay.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.assay.contracts.Feed;
import io.assay.contracts.Field;
import io.assay.statistics.RowFunction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Parses one line of JSON in one pass over its bytes, straight into the types of a feed's fields,
 * and judges them by their rules. A value that is not of its field's type is read like the text of
 * a CSV cell, so that it meets the same rules and is a fault of its field, not of the record.
 */
final class JsonLineParser implements RowFunction {
  /** How many names the feed does not have (int). */
  static final String UNKNOWN = "unknown";

  /** What else is wrong with the line as a whole; null if nothing is (string). */
  static final String FAULT = "fault";

  private enum ValueType {
    TEXT,
    LONG,
    INT,
    DOUBLE,
    BOOLEAN,
    TIME,
    LIST
  }

  private static final long serialVersionUID = 1L;

  private final ArrayList<ValueType> kinds = new ArrayList<>();
  private final HashMap<String, Integer> positions = new HashMap<>();
  private final RecordRules rules;
  private final int longestText;
  private final int seenAt;
  private final UTF8String seen;
  private transient JsonFactory factory;
  private transient CharsetDecoder strict;

  /**
   * @param rules of the feed's fields
   * @param longestText characters of the longest text in a line
   * @param crawledAt when a record was seen that does not say so; null if nobody knows
   */
  JsonLineParser(Feed feed, RecordRules rules, int longestText, String crawledAt) {
    this.rules = rules;
    this.longestText = longestText;
    for (Field field : feed.fields()) {
      positions.put(field.name(), kinds.size());
      kinds.add(kind(field.type()));
    }
    this.seenAt = crawledAt == null ? -1 : positions.getOrDefault("crawled_at", -1);
    this.seen = UTF8String.fromString(crawledAt);
  }

  /** {@link RecordRules#schema}, then {@link #UNKNOWN} and {@link #FAULT}. */
  static StructType schema(Feed feed) {
    return RecordRules.schema(feed)
        .add(UNKNOWN, DataTypes.IntegerType)
        .add(FAULT, DataTypes.StringType);
  }

  private static ValueType kind(DataType type) {
    if (type.equals(DataTypes.LongType)) {
      return ValueType.LONG;
    }
    if (type.equals(DataTypes.IntegerType)) {
      return ValueType.INT;
    }
    if (type.equals(DataTypes.DoubleType)) {
      return ValueType.DOUBLE;
    }
    if (type.equals(DataTypes.BooleanType)) {
      return ValueType.BOOLEAN;
    }
    if (type.equals(DataTypes.TimestampType) || type.equals(DataTypes.DateType)) {
      return ValueType.TIME;
    }
    return type instanceof ArrayType ? ValueType.LIST : ValueType.TEXT;
  }

  /** A row of {@link #schema}; null for a line that is not exactly one object. */
  @Override
  public InternalRow call(Object delivered) {
    byte[] line = (byte[]) delivered;
    if (!isUtf8(line)) {
      Object[] values = new Object[kinds.size() + 4];
      values[kinds.size() + 3] = UTF8String.fromString("not UTF-8");
      return new GenericInternalRow(values);
    }
    try (JsonParser parser = factory().createParser(line)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? object(parser, line) : null;
    } catch (IOException e) {
      // The line is in memory: what fails is its content. Zero bytes look like other encodings.
      return null;
    }
  }

  private InternalRow object(JsonParser parser, byte[] line) throws IOException {
    Object[] values = new Object[kinds.size() + 4];
    boolean[] stated = new boolean[kinds.size()];
    boolean[] given = new boolean[kinds.size()];
    int unknown = 0;
    String fault = null;
    if (seenAt >= 0) {
      values[seenAt] = rules.value(seenAt, seen);
      given[seenAt] = true;
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      Integer position = positions.get(name);
      if (position == null) {
        unknown++;
        parser.skipChildren();
        continue;
      }
      if (stated[position]) {
        fault = "states " + name + " more than once";
      }
      stated[position] = true;
      if (token != JsonToken.VALUE_NULL) {
        read(parser, token, line, position, values, given);
      }
    }
    // The end of the object; anything but the end of the line behind it makes it no record.
    if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
      return null;
    }
    rules.judge(values, given);
    values[kinds.size() + 2] = unknown;
    values[kinds.size() + 3] = UTF8String.fromString(fault);
    return new GenericInternalRow(values);
  }

  /** Reads one value; what is not of its field's type, by the text that stands there. */
  private void read(
      JsonParser parser,
      JsonToken token,
      byte[] line,
      int position,
      Object[] values,
      boolean[] given)
      throws IOException {
    ValueType kind = kinds.get(position);
    int start = token.isStructStart() ? (int) parser.currentTokenLocation().getByteOffset() : -1;
    Object value = value(parser, token, kind);
    if (value == null && token.isNumeric() && (kind == ValueType.LONG || kind == ValueType.INT)) {
      given[position] = true;
      values[position] = rules.number(position, UTF8String.fromString(parser.getText()));
    } else if (value == null) {
      UTF8String text = UTF8String.fromString(text(parser, token, line, start));
      if (position != seenAt) {
        given[position] = rules.isGiven(position, text);
        values[position] = kind == ValueType.TEXT ? null : rules.value(position, text);
      }
    } else if (kind == ValueType.TIME) {
      given[position] = rules.isGiven(position, (UTF8String) value);
      values[position] = rules.value(position, (UTF8String) value);
    } else {
      given[position] = true;
      values[position] = kind == ValueType.DOUBLE ? FieldText.finite((Double) value) : value;
    }
  }

  /** Null if the value is of another kind. */
  private static Object value(JsonParser parser, JsonToken token, ValueType kind)
      throws IOException {
    return switch (kind) {
      // What has no value in pandas is written as NaN, which is nobody's id.
      case TEXT, TIME ->
          token.isScalarValue() && !parser.isNaN() ? UTF8String.fromString(parser.getText()) : null;
      case BOOLEAN -> token.isBoolean() ? parser.getBooleanValue() : null;
      case DOUBLE -> token.isNumeric() && !parser.isNaN() ? parser.getDoubleValue() : null;
      case LONG ->
          token == JsonToken.VALUE_NUMBER_INT
                  && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
              ? parser.getLongValue()
              : null;
      case INT ->
          token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == JsonParser.NumberType.INT
              ? parser.getIntValue()
              : null;
      case LIST -> token == JsonToken.START_ARRAY ? list(parser) : null;
    };
  }

  /** Null, at the array's end, if an element is no text or number. */
  private static GenericArrayData list(JsonParser parser) throws IOException {
    List<Object> elements = new ArrayList<>();
    boolean plain = true;
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      plain &= t.isScalarValue();
      boolean isNone = t == JsonToken.VALUE_NULL || t.isNumeric() && parser.isNaN();
      elements.add(isNone ? null : UTF8String.fromString(parser.getText()));
      parser.skipChildren();
    }
    return plain ? new GenericArrayData(elements.toArray()) : null;
  }

  private static String text(JsonParser parser, JsonToken token, byte[] line, int start)
      throws IOException {
    if (token.isScalarValue()) {
      return parser.getText();
    }
    parser.skipChildren();
    int end = (int) parser.currentLocation().getByteOffset();
    return new String(line, start, end - start, StandardCharsets.UTF_8);
  }

  /** Java decodes whole words of ASCII at a time, which Spark's own check does not. */
  private boolean isUtf8(byte[] line) {
    if (strict == null) {
      strict = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    }
    try {
      strict.decode(ByteBuffer.wrap(line));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private JsonFactory factory() {
    if (factory == null) {
      factory = JsonOfCrawls.canonical(longestText);
    }
    return factory;
  }
}

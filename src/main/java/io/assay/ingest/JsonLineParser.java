package io.assay.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.assay.contracts.Feed;
import io.assay.contracts.Field;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Parses one line of JSON in one pass over its bytes, straight into the types of a feed's fields. A
 * value that is not of its field's type is handed on as text, so that it meets the same rules as
 * the text of a CSV cell and is a fault of its field, not of the record.
 */
final class JsonLineParser implements UDF1<byte[], Row> {
  /** Values that are not of their field's type, by its name (map of texts; null if none). */
  static final String TEXTS = "texts";

  /** How many names the feed does not have (int). */
  static final String UNKNOWN = "unknown";

  /** What else is wrong with the line as a whole; null if nothing is (string). */
  static final String FAULT = "fault";

  private enum Kind {
    TEXT,
    LONG,
    INT,
    DOUBLE,
    BOOLEAN,
    LIST
  }

  private static final long serialVersionUID = 1L;

  private final ArrayList<Kind> kinds = new ArrayList<>();
  private final HashMap<String, Integer> positions = new HashMap<>();
  private final int longestText;
  private transient JsonFactory factory;
  private transient CharsetDecoder strict;

  /**
   * @param longestText characters of the longest text in a line
   */
  JsonLineParser(Feed feed, int longestText) {
    this.longestText = longestText;
    for (Field field : feed.fields()) {
      positions.put(field.name(), kinds.size());
      kinds.add(kind(field.type()));
    }
  }

  /** The feed's fields, times and days as texts; then {@link #TEXTS} and the others of ours. */
  static StructType schema(Feed feed) {
    StructType schema = new StructType();
    for (Field field : feed.fields()) {
      boolean text = kind(field.type()) == Kind.TEXT;
      schema = schema.add(field.name(), text ? DataTypes.StringType : field.type());
    }
    return schema
        .add(TEXTS, DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType))
        .add(UNKNOWN, DataTypes.IntegerType)
        .add(FAULT, DataTypes.StringType);
  }

  private static Kind kind(DataType type) {
    if (type.equals(DataTypes.LongType)) {
      return Kind.LONG;
    }
    if (type.equals(DataTypes.IntegerType)) {
      return Kind.INT;
    }
    if (type.equals(DataTypes.DoubleType)) {
      return Kind.DOUBLE;
    }
    if (type.equals(DataTypes.BooleanType)) {
      return Kind.BOOLEAN;
    }
    return type instanceof ArrayType ? Kind.LIST : Kind.TEXT;
  }

  /** A row of {@link #schema}; null for a line that is not exactly one object. */
  @Override
  public Row call(byte[] line) {
    if (line == null) {
      return null;
    }
    if (!isUtf8(line)) {
      Object[] values = new Object[kinds.size() + 3];
      values[kinds.size() + 2] = "not UTF-8";
      return RowFactory.create(values);
    }
    try (JsonParser parser = factory().createParser(line)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? object(parser, line) : null;
    } catch (IOException e) {
      // The line is in memory: what fails is its content. Zero bytes look like other encodings.
      return null;
    }
  }

  private Row object(JsonParser parser, byte[] line) throws IOException {
    Object[] values = new Object[kinds.size() + 3];
    long[] seen = new long[(kinds.size() + 63) / 64];
    Map<String, String> texts = null;
    int unknown = 0;
    String fault = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      Integer position = positions.get(name);
      if (position == null) {
        unknown++;
        parser.skipChildren();
        continue;
      }
      if ((seen[position / 64] & 1L << position % 64) != 0) {
        fault = "states " + name + " more than once";
      }
      seen[position / 64] |= 1L << position % 64;
      if (token == JsonToken.VALUE_NULL) {
        continue;
      }
      int start = token.isStructStart() ? (int) parser.currentTokenLocation().getByteOffset() : -1;
      Object value = value(parser, token, kinds.get(position));
      if (value == null) {
        texts = texts == null ? new HashMap<>() : texts;
        texts.put(name, text(parser, token, line, start));
      }
      values[position] = value;
    }
    // The end of the object; anything but the end of the line behind it makes it no record.
    if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
      return null;
    }
    values[kinds.size()] = texts;
    values[kinds.size() + 1] = unknown;
    values[kinds.size() + 2] = fault;
    return RowFactory.create(values);
  }

  /** Null if the value is of another kind. */
  private static Object value(JsonParser parser, JsonToken token, Kind kind) throws IOException {
    return switch (kind) {
      // What has no value in pandas is written as NaN, which is nobody's id.
      case TEXT -> token.isScalarValue() && !parser.isNaN() ? parser.getText() : null;
      case BOOLEAN -> token.isBoolean() ? parser.getBooleanValue() : null;
      case DOUBLE -> token.isNumeric() ? parser.getDoubleValue() : null;
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
  private static String[] list(JsonParser parser) throws IOException {
    List<String> elements = new ArrayList<>();
    boolean plain = true;
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      plain &= t.isScalarValue();
      elements.add(t == JsonToken.VALUE_NULL ? null : parser.getText());
      parser.skipChildren();
    }
    return plain ? elements.toArray(String[]::new) : null;
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
      factory =
          JsonFactory.builder()
              // A crawl may hold any number of names; they must neither fill the JVM's own table of
              // texts nor, chosen to collide, end the run.
              .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
              .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
              .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
              .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(longestText).build())
              .build();
    }
    return factory;
  }
}

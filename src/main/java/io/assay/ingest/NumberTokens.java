package io.assay.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Has numbers of JSON still told from texts where a schema reads them as texts: what a text of the
 * same characters could mean otherwise, {@code 1.234}, becomes the text {@code 1.234e0}, which
 * nobody takes for thousands.
 *
 * <p>Cost: a pass over the bytes; records with such a number are parsed once more.
 */
final class NumberTokens implements Serializable, UDF1<byte[], byte[]> {
  private static final long serialVersionUID = 1L;
  private static final int THOUSANDS = 3;
  private static final String EXPONENT = "e0";
  private static final Pattern LIKE_THOUSANDS = Pattern.compile("-?[1-9]\\d{0,2}\\.\\d{3}");

  private final DataType record;
  private final boolean allFractions;
  private final int longestText;
  private transient JsonFactory factory;

  private NumberTokens(DataType record, boolean allFractions, int longestText) {
    this.record = record;
    this.allFractions = allFractions;
    this.longestText = longestText;
  }

  /**
   * What has to be done for a source; null where its texts leave no doubt.
   *
   * @param record the schema of its records
   * @param longestText characters of the longest text in a record
   */
  static NumberTokens of(Notation notation, StructType record, int longestText) {
    boolean saysPoint = ".".equals(notation.decimal());
    return saysPoint ? null : new NumberTokens(record, notation.saysNumbers(), longestText);
  }

  /** The same JSON; the same bytes where it holds no such number, or cannot be parsed. */
  @Override
  public byte[] call(byte[] json) {
    if (json == null || !holdsDoubtful(json)) {
      return json;
    }
    ByteArrayOutputStream written = new ByteArrayOutputStream(json.length + 64);
    try (JsonParser parser = factory().createParser(json);
        JsonGenerator generator = factory().createGenerator(written)) {
      parser.nextToken();
      copy(parser, generator, record);
      if (parser.nextToken() != null) {
        return json;
      }
    } catch (IOException e) {
      return json; // what is wrong with it is told where it is read
    }
    return written.toByteArray();
  }

  private void copy(JsonParser parser, JsonGenerator to, DataType type) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      to.writeStartObject();
      Map<String, DataType> fields = fields(type);
      DataType any = type instanceof MapType map ? map.valueType() : null;
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        to.writeFieldName(name);
        parser.nextToken();
        copy(parser, to, fields.getOrDefault(name, any));
      }
      to.writeEndObject();
    } else if (token == JsonToken.START_ARRAY) {
      to.writeStartArray();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        copy(parser, to, type instanceof ArrayType array ? array.elementType() : null);
      }
      to.writeEndArray();
    } else if (token == null) {
      throw new IOException("it ends too early");
    } else if (token.isNumeric()) {
      String text = parser.getText();
      if (type instanceof StringType && !parser.isNaN() && isDoubtful(token, text)) {
        to.writeString(withExponent(text));
      } else {
        to.writeRawValue(text);
      }
    } else {
      to.copyCurrentEvent(parser);
    }
  }

  private static Map<String, DataType> fields(DataType type) {
    Map<String, DataType> fields = new HashMap<>();
    if (type instanceof StructType struct) {
      for (StructField field : struct.fields()) {
        fields.put(field.name(), field.dataType());
      }
    }
    return fields;
  }

  /** As it stands, and as Spark would write it as a text. */
  private boolean isDoubtful(JsonToken token, String number) {
    return token == JsonToken.VALUE_NUMBER_FLOAT
        && (allFractions
            || LIKE_THOUSANDS.matcher(number).matches()
            || LIKE_THOUSANDS.matcher(String.valueOf(Double.parseDouble(number))).matches());
  }

  private static String withExponent(String number) {
    return number.indexOf('e') < 0 && number.indexOf('E') < 0 ? number + EXPONENT : number;
  }

  /** Whether there may be such a number, outside of texts. */
  private boolean holdsDoubtful(byte[] json) {
    boolean inText = false;
    int digits = 0;
    for (int i = 0; i < json.length; i++) {
      byte b = json[i];
      if (inText) {
        i += b == '\\' ? 1 : 0;
        inText = b != '"';
      } else if (b == '.' && digits > 0) {
        int end = i + 1;
        while (end < json.length && isDigit(json[end])) {
          end++;
        }
        boolean isLikeThousands = end - i - 1 >= THOUSANDS && digits <= THOUSANDS;
        if (allFractions || isLikeThousands) {
          return true;
        }
        digits = 1; // an exponent may follow
        i = end - 1;
      } else if ((b == 'e' || b == 'E') && digits > 0) {
        return true;
      } else {
        inText = b == '"';
        digits = isDigit(b) ? digits + 1 : 0;
      }
    }
    return false;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private JsonFactory factory() {
    if (factory == null) {
      factory = JsonOfCrawls.mapped(longestText);
    }
    return factory;
  }
}

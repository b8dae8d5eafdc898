package io.assay.ingest;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.json.JsonToStructsEvaluator;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;

/**
 * Turns the text of a field into a value of its type, in Spark's own form; what does not fit
 * becomes null. The common forms of times and whole numbers are read here, all others as Spark's
 * {@code try_cast} reads them.
 */
final class FieldText implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_PLAIN_NUMBER = 18;
  private static final int BYTES_OF_A_DAY = "2004-01-01".length();
  private static final int BYTES_OF_A_TIME = "2004-01-01T00:00:00Z".length();
  private static final long MICROS = 1_000_000;
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final List<String> SAME_TO_ALL = List.of("Z", "z", "UTC", "GMT");

  /** Why a text is read as no value. */
  enum Doubt {
    /** It can be read as two numbers, and the mapping has to say as which. */
    TWO_NUMBERS,
    /** It can be read as two times, and the mapping has to say as which. */
    ZONE_IN_LETTERS,
    /** It is a number, but no whole one. */
    FRACTION,
    /** It is a whole number beyond what the type holds. */
    TOO_LARGE,
    /** It says that there is no value. */
    MISSING_WORD;

    boolean isOfMapping() {
      return this == TWO_NUMBERS || this == ZONE_IN_LETTERS;
    }
  }

  private final DataType type;
  private final Cast cast;
  private final NumberText numbers;
  private final boolean saysNumbers;
  private final boolean isAmount;
  private final JsonToStructsEvaluator list;

  /** A time and its value, since many records in a row were seen at the same time. */
  private transient UTF8String lastTime;

  private transient Object lastValue;

  /** As the other, of no amount. */
  FieldText(DataType type, Notation notation) {
    this(type, notation, false);
  }

  /**
   * @param isAmount whether a number with a fraction is an amount or an average, which people write
   *     with thousands, and no ratio
   */
  FieldText(DataType type, Notation notation, boolean isAmount) {
    this.type = type;
    this.isAmount = isAmount;
    this.cast = cast(type, notation.zone());
    this.numbers = new NumberText(notation);
    this.saysNumbers = notation.saysNumbers();
    this.list =
        type instanceof ArrayType
            ? new JsonToStructsEvaluator(
                scala.collection.immutable.Map$.MODULE$.<String, String>empty(),
                type,
                "_corrupt_record",
                Option.apply("UTC"),
                false)
            : null;
  }

  private static Cast cast(DataType to, String zone) {
    return new Cast(
        new BoundReference(0, DataTypes.StringType, true), to, Option.apply(zone), EvalMode.TRY());
  }

  private boolean isWhole() {
    return type.equals(DataTypes.LongType) || type.equals(DataTypes.IntegerType);
  }

  /** The value of a number that a program wrote, or that the file holds as a number. */
  Object number(UTF8String text) {
    if (text == null) {
      return null;
    }
    if (!isWhole()) {
      return finite((Double) tried(cast, text));
    }
    return isPlainNumber(text) ? value(text) : ofType(NumberText.plain(text.toString().strip()));
  }

  /** The value of a text; null if it fits nothing, a {@link Doubt} where there is more to say. */
  Object value(UTF8String text) {
    if (text == null || type.equals(DataTypes.StringType)) {
      return text;
    }
    if (list != null) {
      return list.evaluate(text);
    }
    if (isWhole()) {
      return whole(text);
    }
    if (type.equals(DataTypes.DoubleType)) {
      return saysNumbers || isAmount ? fraction(text) : ratio(text);
    }
    if (type.equals(DataTypes.TimestampType)) {
      return isDated(text) ? time(text) : null;
    }
    if (type.equals(DataTypes.DateType)) {
      return isDated(text) ? tried(cast, text) : null;
    }
    Object read = tried(cast, text);
    return read == null && type.equals(DataTypes.BooleanType) ? flag(text) : read;
  }

  /** Pandas writes 1.0 for true where some of a column's values are missing. */
  private static Boolean flag(UTF8String text) {
    return switch (text.toString().strip()) {
      case "1.0" -> true;
      case "0.0" -> false;
      default -> null;
    };
  }

  /** Infinity and what is no number are no values. */
  static Double finite(Double number) {
    return number == null || number.isNaN() || number.isInfinite() ? null : number;
  }

  private static Object tried(Cast cast, UTF8String text) {
    return cast.eval(new GenericInternalRow(new Object[] {text}));
  }

  /** Crawlers that hold counts in floating point write 12.0 or 1.2E1 for 12; it is one number. */
  private Object whole(UTF8String text) {
    if (type.equals(DataTypes.LongType) && isPlainNumber(text)) {
      long number = 0;
      for (int i = 0; i < text.numBytes(); i++) {
        number = 10 * number + text.getByte(i) - '0';
      }
      return number;
    }
    String written = text.toString().strip();
    return numbers.hasTwoReadings(written) ? Doubt.TWO_NUMBERS : ofType(numbers.number(written));
  }

  /** A whole number in the field's type; null if it is no number. */
  private Object ofType(BigDecimal number) {
    if (number == null) {
      return null;
    }
    Long whole = NumberText.whole(number);
    if (whole == null) {
      return number.abs().compareTo(LARGEST) > 0 ? Doubt.TOO_LARGE : Doubt.FRACTION;
    }
    if (type.equals(DataTypes.LongType)) {
      return whole;
    }
    return whole == whole.intValue() ? (Object) whole.intValue() : Doubt.TOO_LARGE;
  }

  private Object fraction(UTF8String text) {
    String written = text.toString().strip();
    if (numbers.hasTwoReadings(written)) {
      return Doubt.TWO_NUMBERS;
    }
    BigDecimal number = numbers.number(written);
    return number == null ? null : finite(number.doubleValue());
  }

  /** Java would read 12f and 12d as numbers too. */
  private Double ratio(UTF8String text) {
    UTF8String written = text.trim();
    int length = written.numBytes();
    boolean endsInLetter = length > 0 && Character.isLetter(written.getByte(length - 1));
    return endsInLetter ? null : finite((Double) tried(cast, text));
  }

  private static boolean isPlainNumber(UTF8String text) {
    int length = text.numBytes();
    if (length == 0 || length > LONGEST_PLAIN_NUMBER) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!isDigit(text, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(UTF8String text, int at) {
    byte b = text.getByte(at);
    return b >= '0' && b <= '9';
  }

  /** Spark would read a lone year or time of day as a time too, and the latter as of today. */
  private static boolean isDated(UTF8String text) {
    return text.numBytes() >= BYTES_OF_A_DAY && text.getByte(4) == '-';
  }

  private Object time(UTF8String text) {
    if (!text.equals(lastTime)) {
      lastValue = hasZoneInLetters(text) ? Doubt.ZONE_IN_LETTERS : parsedTime(cast, text);
      lastTime = text.copy();
    }
    return lastValue;
  }

  /** Microseconds; the form that most crawlers write is read without Spark's general parser. */
  private static Object parsedTime(Cast cast, UTF8String text) {
    if (text.numBytes() == BYTES_OF_A_TIME && isCommonForm(text)) {
      int year = 100 * two(text, 0) + two(text, 2);
      int month = two(text, 5);
      int day = two(text, 8);
      int hour = two(text, 11);
      int minute = two(text, 14);
      int second = two(text, 17);
      boolean isTime = hour < 24 && minute < 60 && second < 60;
      boolean isMonth = year > 0 && month >= 1 && month <= 12;
      if (isTime && isMonth && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth()) {
        long days = LocalDate.of(year, month, day).toEpochDay();
        return MICROS * (86_400 * days + 3_600 * hour + 60 * minute + second);
      }
    }
    return tried(cast, text);
  }

  /** BST is British to some and Bangladesh's to Java; only Z, UTC and GMT are the same to all. */
  private static boolean hasZoneInLetters(UTF8String text) {
    int length = text.numBytes();
    boolean isPlain =
        length > BYTES_OF_A_DAY
            && text.getByte(length - 1) == 'Z'
            && isDigit(text, length - 2); // NZ is a zone, too
    if (length <= BYTES_OF_A_DAY || isPlain) {
      return false;
    }
    String after = text.toString().substring(BYTES_OF_A_DAY).strip();
    String zone = after.replaceFirst("^[Tt]?[0-9:.,]*", "").strip();
    return zone.chars().anyMatch(Character::isLetter) && !SAME_TO_ALL.contains(zone);
  }

  private static boolean isCommonForm(UTF8String text) {
    String form = "0000-00-00T00:00:00Z";
    for (int i = 0; i < BYTES_OF_A_TIME; i++) {
      char expected = form.charAt(i);
      if (expected == '0' ? !isDigit(text, i) : text.getByte(i) != expected) {
        return false;
      }
    }
    return true;
  }

  private static int two(UTF8String text, int at) {
    return 10 * (text.getByte(at) - '0') + text.getByte(at + 1) - '0';
  }

  /** What a field of the type expects, as the end of "not …". */
  static String expected(DataType type) {
    if (type.equals(DataTypes.LongType) || type.equals(DataTypes.IntegerType)) {
      return "a whole number";
    }
    if (type.equals(DataTypes.DoubleType)) {
      return "a finite number";
    }
    if (type.equals(DataTypes.TimestampType)) {
      return "an ISO-8601 time";
    }
    if (type.equals(DataTypes.DateType)) {
      return "an ISO-8601 day";
    }
    if (type.equals(DataTypes.StringType)) {
      return "a text";
    }
    return type.equals(DataTypes.BooleanType) ? "true or false" : "a list of texts";
  }
}

package io.assay.ingest;

import io.assay.contracts.Field;
import io.assay.settings.IngestSettings;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The rules of one field, each with its number among those of the feed; a number of 0 stands for a
 * rule that the field does not have.
 */
final class FieldRules implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Compared first, which is cheaper than the pattern that any platform's name fits. */
  private static final List<UTF8String> KNOWN_PLATFORMS =
      texts(List.of("instagram", "tiktok", "youtube", "x", "facebook"));

  private static final Pattern PLATFORM = Pattern.compile("^[a-z][a-z0-9_]{0,39}$");

  /** An owner can empty a bio, but not a handle: an empty one is not shown. */
  private static final List<String> HANDLES = List.of("handle", "actor_handle");

  /** So sources say that a post passes on none. */
  private static final Set<String> NO_REPOST = Set.of("0", "0.0", "false", "False", "FALSE");

  private static final long INT_END = Integer.MAX_VALUE;
  private static final long UNSIGNED_END = 0xFFFF_FFFFL;
  private static final long MICROS_OF_A_DAY = 86_400_000_000L;

  private static final String TWO_NUMBERS =
      "can be read in two ways (12.000 as 12 or 12000, 1,234 as 1.234 or 1234); numbers: in a"
          + " mapping says which";

  private static final String ZONE_IN_LETTERS =
      "has a time zone in letters, such as BST, which have several meanings; give an offset such as"
          + " +01:00, or no zone and zone: in a mapping";

  private final boolean text;
  private final List<UTF8String> values;
  private final int missing;
  private final int unfit;
  private final int fraction;
  private final int missingWord;
  private final int twoNumbers;
  private final int zoneInLetters;
  private final int low;
  private final int high;
  private final int noPlatform;
  private final int noneOf;
  private final SpoiledId.Naming naming;
  private final boolean isId;
  private final boolean isHandle;
  private final boolean tellsRepost;
  private final int overflowed;

  /** Numbers of the rules of ids, in the order of {@link SpoiledId}; none where it is no id. */
  private final int[] spoiled;

  private double least = Double.NEGATIVE_INFINITY;
  private double most = Double.POSITIVE_INFINITY;
  private long first = Long.MIN_VALUE;
  private long last = Long.MAX_VALUE;

  /**
   * @param crawlDate nothing in the crawl can have happened after this UTC day
   * @param handles whether the source's accounts go by their handles
   * @param number gives a rule its number, by what to say of a record that breaks it
   */
  FieldRules(
      Field field,
      LocalDate crawlDate,
      IngestSettings settings,
      boolean handles,
      ToIntFunction<String> number) {
    this.text = field.type().equals(DataTypes.StringType);
    this.values = texts(field.values());
    this.missing = field.required() ? number.applyAsInt("missing") : 0;
    this.unfit = number.applyAsInt("not " + FieldText.expected(field.type()));
    boolean whole =
        field.type().equals(DataTypes.LongType) || field.type().equals(DataTypes.IntegerType);
    this.twoNumbers = whole || isAmount(field) ? number.applyAsInt(TWO_NUMBERS) : 0;
    this.fraction = whole ? number.applyAsInt("a fraction, not a whole number") : 0;
    this.missingWord =
        text || missing > 0
            ? missing
            : number.applyAsInt("a word for a missing value, such as nan or null");
    this.zoneInLetters =
        field.type().equals(DataTypes.TimestampType) ? number.applyAsInt(ZONE_IN_LETTERS) : 0;
    int below = 0;
    int above = 0;
    if (whole) {
      below = number.applyAsInt("negative");
      above = number.applyAsInt("above ingest.max_count, " + settings.maxCount());
      first = 0;
      last = settings.maxCount();
    } else if (field.type().equals(DataTypes.DoubleType) && !field.unit().equals(Field.MONEY)) {
      below = number.applyAsInt("negative");
      least = 0;
      if (field.unit().equals(Field.SHARE)) {
        above = number.applyAsInt("a share above 1");
        most = 1;
      }
    } else if (field.type().equals(DataTypes.DateType)) {
      below = number.applyAsInt("before " + settings.earliestYear());
      first = LocalDate.of(settings.earliestYear(), 1, 1).toEpochDay();
    } else if (field.type().equals(DataTypes.TimestampType)) {
      below = number.applyAsInt("before " + settings.earliestYear());
      above = number.applyAsInt("after the crawl date");
      first = LocalDate.of(settings.earliestYear(), 1, 1).toEpochDay() * MICROS_OF_A_DAY;
      last = crawlDate.plusDays(1).toEpochDay() * MICROS_OF_A_DAY - 1;
    }
    this.low = below;
    this.high = above;
    this.noPlatform =
        field.name().equals("platform")
            ? number.applyAsInt("not a platform's name in lower case")
            : 0;
    this.noneOf =
        values.isEmpty() ? 0 : number.applyAsInt("not one of " + String.join(", ", field.values()));
    this.naming = SpoiledId.Naming.of(field.idOf(), handles);
    this.isId = field.idOf() != Field.IdOf.NOTHING;
    this.isHandle = HANDLES.contains(field.name());
    this.tellsRepost = field.name().equals("repost_of");
    this.overflowed =
        whole ? number.applyAsInt("a counter at its end, 2147483647 or 4294967295") : 0;
    this.spoiled =
        isId
            ? Arrays.stream(SpoiledId.values())
                .map(fault -> fault.reason(field.idOf()))
                .mapToInt(number)
                .toArray()
            : new int[0];
  }

  /** Whether people write it with thousands: ratios have as many decimals as they like. */
  static boolean isAmount(Field field) {
    return field.type().equals(DataTypes.DoubleType)
        && (field.unit().equals(Field.MONEY) || field.unit().endsWith(Field.PER_POST));
  }

  private static List<UTF8String> texts(List<String> names) {
    return names.stream().map(UTF8String::fromString).toList();
  }

  /**
   * A value in the form in which it is compared; null for one that says that there is none.
   *
   * @param value in Spark's own form, not null
   */
  Object written(Object value) {
    if (value instanceof ArrayData list) {
      return WrittenIds.elements(list, isId);
    }
    if (!isId && !isHandle || !(value instanceof UTF8String text)) {
      return value;
    }
    UTF8String written = WrittenIds.stripped(text);
    boolean isNone =
        missing == 0
            && (written.numBytes() == 0 || tellsRepost && NO_REPOST.contains(written.toString()));
    return isNone ? null : written;
  }

  /** What is left of a value that breaks a rule: the sound ids of a list. */
  Object left(Object value) {
    return isId && value instanceof ArrayData ids ? WrittenIds.unspoiled(ids, naming) : null;
  }

  /**
   * @param value in Spark's own form; null if absent or unfit, else perhaps a doubt
   * @param given whether the field was delivered, be it in a form that does not fit
   * @return the number of the first rule that is broken; 0 if none is
   */
  int firstBroken(Object value, boolean given) {
    if (value instanceof FieldText.Doubt doubt) {
      return broken(doubt);
    }
    if (value == null) {
      return !given && missing > 0 ? missing : given ? unfit : 0;
    }
    if (text) {
      return ofText((UTF8String) value, given);
    }
    if (value instanceof Long || value instanceof Integer) {
      long number = ((Number) value).longValue();
      boolean atItsEnd = number == INT_END || number == UNSIGNED_END;
      return number < first ? low : number > last ? high : atItsEnd ? overflowed : 0;
    }
    if (value instanceof ArrayData ids && isId) {
      SpoiledId fault = WrittenIds.spoiled(ids, naming);
      return fault == null ? 0 : spoiled[fault.ordinal()];
    }
    if (value instanceof Double number) {
      return number < least ? low : number > most ? high : 0;
    }
    return 0;
  }

  private int ofText(UTF8String value, boolean given) {
    if (missing > 0 && (!given || value.trim().numBytes() == 0)) {
      return missing;
    }
    if (noPlatform > 0
        && !KNOWN_PLATFORMS.contains(value)
        && (!PLATFORM.matcher(value.toString()).find() || MissingWords.contain(value))) {
      return noPlatform;
    }
    if (spoiled.length > 0) {
      SpoiledId fault = SpoiledId.of(value, naming);
      return fault == null ? 0 : spoiled[fault.ordinal()];
    }
    return noneOf > 0 && !values.contains(value) ? noneOf : 0;
  }

  /** The number of the rule that a doubt breaks. */
  int broken(FieldText.Doubt doubt) {
    return switch (doubt) {
      case TWO_NUMBERS -> twoNumbers;
      case ZONE_IN_LETTERS -> zoneInLetters;
      case FRACTION -> fraction;
      case TOO_LARGE -> high;
      case MISSING_WORD -> missingWord;
    };
  }

  /**
   * Whether a rule is broken by what cannot be read at all, so that the mapping may be at fault.
   */
  boolean isUnreadable(int rule) {
    return rule == unfit;
  }

  boolean isText() {
    return text;
  }

  /**
   * Whether a broken rule costs the record, not the value alone: it is of no use without the field,
   * or would be taken for something else. A repost whose original has a spoiled id is a repost all
   * the same; without the id it would be its account's own work.
   */
  boolean costsRecord(int broken) {
    return missing > 0 || tellsRepost && broken != spoiled[SpoiledId.MISSING_WORD.ordinal()];
  }
}

package io.assay.ingest;

import io.assay.contracts.Feed;
import io.assay.contracts.Field;
import io.assay.settings.IngestSettings;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The rules that a record's fields are judged by, one after the other, in plain Java: as a Spark
 * expression they would grow beyond what Java compiles. A value that cannot be costs the record
 * where its field is required, else the value alone: those who hide a counter or have a very large
 * one are no random part of a crawl. What can be read in two ways always costs the record, since
 * the mapping has to say which is meant.
 */
final class RecordRules implements Serializable {
  /** Number of the first rule that the record breaks; null for a record that is fine (int). */
  static final String PROBLEM = "_problem";

  /**
   * Numbers of the rules that the values of optional fields broke, which are null therefore, a byte
   * each; null where there are none (binary).
   */
  static final String LOST = "_lost";

  /**
   * A rule's words.
   *
   * @param reason what to say of a record that breaks it
   * @param field the field at fault; null where it is the whole record
   * @param unreadable whether it is broken by what cannot be read at all
   */
  record Words(String reason, String field, boolean unreadable) implements Serializable {}

  private static final long serialVersionUID = 1L;

  private final ArrayList<FieldText> texts = new ArrayList<>();
  private final ArrayList<FieldRules> fields = new ArrayList<>();
  private final ArrayList<Words> words = new ArrayList<>();
  private final int first;

  /** Places of fields that posts have; negative where there are none. */
  private final int likes;

  private final int likesHidden;
  private final int besideUnreadable;
  private final int maxRecordBytes;
  private static final int MOST_RULES = 255;

  /**
   * @param crawlDate nothing in the crawl can have happened after this UTC day
   * @param notation of the source
   * @param first number of the first of these rules
   */
  RecordRules(
      Feed feed, LocalDate crawlDate, IngestSettings settings, Notation notation, int first) {
    this.first = first;
    this.maxRecordBytes = settings.maxRecordBytes();
    // Formats other than lines of JSON show the length of a record only here.
    words.add(new Words("longer than ingest.max_record_bytes, " + maxRecordBytes, null, false));
    for (Field field : feed.fields()) {
      texts.add(new FieldText(field.type(), notation, FieldRules.isAmount(field)));
      List<String> reasons = new ArrayList<>();
      int before = first + words.size();
      FieldRules rules =
          new FieldRules(
              field,
              crawlDate,
              settings,
              notation.handles(),
              reason -> {
                reasons.add(reason);
                return before + reasons.size() - 1;
              });
      fields.add(rules);
      for (int i = 0; i < reasons.size(); i++) {
        words.add(new Words(reasons.get(i), field.name(), rules.isUnreadable(before + i)));
      }
    }
    List<String> names = feed.fields().stream().map(Field::name).toList();
    likes = names.indexOf("likes");
    likesHidden = names.indexOf("likes_hidden");
    words.add(new Words("shown beside a likes_hidden that cannot be read", "likes", false));
    besideUnreadable = first + words.size() - 1;
    if (first + words.size() - 1 > MOST_RULES) {
      throw new IllegalStateException(feed.name() + " has more rules than a byte can number");
    }
  }

  /** The words of each rule, in the order of their numbers. */
  List<Words> words() {
    return words;
  }

  /** The feed's fields in their types, then {@link #PROBLEM} and {@link #LOST}. */
  static StructType schema(Feed feed) {
    StructType schema = new StructType();
    for (Field field : feed.fields()) {
      schema = schema.add(field.name(), field.type());
    }
    return schema.add(PROBLEM, DataTypes.IntegerType).add(LOST, DataTypes.BinaryType);
  }

  int size() {
    return fields.size();
  }

  /** The value of a field's text; null if it does not fit, a doubt that no row may hold. */
  Object value(int field, UTF8String text) {
    return orMissing(texts.get(field).value(text), text);
  }

  /** The value of a field of which the file holds a number; null if it does not fit, or a doubt. */
  Object number(int field, UTF8String text) {
    return orMissing(texts.get(field).number(text), text);
  }

  private static Object orMissing(Object value, UTF8String text) {
    boolean missing = value == null && text != null && MissingWords.contain(text);
    return missing ? FieldText.Doubt.MISSING_WORD : value;
  }

  /** Whether a text is a value at all: an empty cell is an absent one, except in texts. */
  boolean isGiven(int field, UTF8String text) {
    return text != null && (fields.get(field).isText() || text.trim().numBytes() > 0);
  }

  /**
   * Judges a record.
   *
   * @param values of the fields in Spark's own form, null if absent or unfit, and behind them two
   *     places for {@link #PROBLEM} and {@link #LOST}, which are filled. What is in doubt, and what
   *     an optional field cannot hold, becomes null
   * @param given which of the fields were delivered, be it in a form that does not fit
   */
  void judge(Object[] values, boolean[] given) {
    int size = fields.size();
    int doubted = 0;
    long bytes = 0;
    for (int i = size - 1; i >= 0; i--) {
      if (values[i] instanceof FieldText.Doubt doubt && doubt.isOfMapping()) {
        doubted = fields.get(i).broken(doubt);
      } else if (values[i] instanceof UTF8String text) {
        bytes += text.numBytes();
      }
    }
    if (bytes > maxRecordBytes) {
      values[size] = first;
    } else if (doubted > 0) {
      values[size] = doubted;
    } else {
      judgeEach(values, given);
    }
    // Of a record that is refused no value is used, but no row may hold a doubt.
    for (int i = 0; values[size] != null && i < size; i++) {
      values[i] = values[i] instanceof FieldText.Doubt ? null : values[i];
    }
  }

  private void judgeEach(Object[] values, boolean[] given) {
    int size = fields.size();
    byte[] lost = null;
    noteHiddenLikes(values, given);
    for (int i = 0; i < size; i++) {
      FieldRules rules = fields.get(i);
      if (values[i] != null) {
        values[i] = rules.written(values[i]);
        given[i] = values[i] != null;
      }
      int broken = rules.firstBroken(values[i], given[i]);
      if (broken > 0 && rules.costsRecord(broken)) {
        values[size] = broken;
        return;
      }
      if (broken > 0) {
        values[i] = rules.left(values[i]);
        lost = with(broken, lost);
        if (i == likesHidden && broken != rules.broken(FieldText.Doubt.MISSING_WORD)) {
          lost = values[likes] == null ? lost : with(besideUnreadable, lost);
          values[likes] = null;
        }
      }
    }
    values[size + 1] = lost;
  }

  private static byte[] with(int broken, byte[] lost) {
    byte[] more = lost == null ? new byte[1] : Arrays.copyOf(lost, lost.length + 1);
    more[more.length - 1] = (byte) broken;
    return more;
  }

  /** Likes of -1 are what some crawlers write where they are hidden. */
  private void noteHiddenLikes(Object[] values, boolean[] given) {
    boolean saysHidden = likesHidden >= 0 && Long.valueOf(-1).equals(values[likes]);
    if (saysHidden && !given[likesHidden]) {
      values[likesHidden] = true;
      given[likesHidden] = true;
    }
  }
}

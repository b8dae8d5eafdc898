package io.assay.ingest;

import io.assay.contracts.Feed;
import io.assay.contracts.Field;
import io.assay.settings.IngestSettings;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The rules that a record's fields are judged by, one after the other, in plain Java: as a Spark
 * expression they would grow beyond what Java compiles.
 */
final class RecordRules implements Serializable {
  /** Number of the first rule that the record breaks; null for a record that is fine (int). */
  static final String PROBLEM = "_problem";

  /**
   * A rule's words.
   *
   * @param reason what to say of a record that breaks it
   * @param field the field at fault; null where it is the whole record
   */
  record Words(String reason, String field) implements Serializable {}

  private static final long serialVersionUID = 1L;

  private final ArrayList<FieldText> texts = new ArrayList<>();
  private final ArrayList<FieldRules> fields = new ArrayList<>();
  private final ArrayList<Words> words = new ArrayList<>();
  private final int first;
  private final int maxRecordBytes;

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
    words.add(new Words("longer than ingest.max_record_bytes, " + maxRecordBytes, null));
    for (Field field : feed.fields()) {
      texts.add(new FieldText(field.type(), notation));
      fields.add(
          new FieldRules(
              field,
              crawlDate,
              settings,
              reason -> {
                words.add(new Words(reason, field.name()));
                return first + words.size() - 1;
              }));
    }
  }

  /** The words of each rule, in the order of their numbers. */
  List<Words> words() {
    return words;
  }

  /** The feed's fields in their types, then {@link #PROBLEM}. */
  static StructType schema(Feed feed) {
    StructType schema = new StructType();
    for (Field field : feed.fields()) {
      schema = schema.add(field.name(), field.type());
    }
    return schema.add(PROBLEM, DataTypes.IntegerType);
  }

  int size() {
    return fields.size();
  }

  /** The value of a field's text; null if it does not fit, a doubt that no row may hold. */
  Object value(int field, UTF8String text) {
    return texts.get(field).value(text);
  }

  /** The value of a field of which the file holds a number; null if it does not fit. */
  Object number(int field, UTF8String text) {
    return texts.get(field).number(text);
  }

  /** Whether a text is a value at all: an empty cell is an absent one, except in texts. */
  boolean isGiven(int field, UTF8String text) {
    return text != null && (fields.get(field).isText() || text.trim().numBytes() > 0);
  }

  /**
   * @param values of the fields in Spark's own form; null if absent or unfit. What is in doubt
   *     becomes null
   * @param given which of them were delivered, be it in a form that does not fit
   * @return the number of the first rule that is broken; null if none is
   */
  Integer firstBroken(Object[] values, boolean[] given) {
    int doubted = 0;
    for (int i = fields.size() - 1; i >= 0; i--) {
      if (values[i] instanceof FieldText.Doubt doubt) {
        doubted = fields.get(i).broken(doubt);
        values[i] = null;
      }
    }
    long bytes = 0;
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).isText() && values[i] != null) {
        bytes += ((UTF8String) values[i]).numBytes();
      }
    }
    if (bytes > maxRecordBytes) {
      return first;
    }
    if (doubted > 0) {
      return doubted;
    }
    for (int i = 0; i < fields.size(); i++) {
      int broken = fields.get(i).firstBroken(values[i], given[i]);
      if (broken > 0) {
        return broken;
      }
    }
    return null;
  }
}

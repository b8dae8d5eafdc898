package io.assay.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Feed;
import io.assay.settings.IngestSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoders;

/**
 * Tells records that can be used from those that cannot, and why: the fault of the whole record
 * first, then its fields by {@link RecordRules}, then what the feed forbids beyond them. The reason
 * travels as a number; it becomes words only for those that are refused.
 */
final class Validation {
  /** Number of the first rule that the record breaks; null for a record that is fine (int). */
  static final String PROBLEM = RecordRules.PROBLEM;

  private static final int FAULT = 1;

  private final Feed feed;
  private final RecordRules ofFields;

  /**
   * @param crawlDate nothing in the crawl can have happened after this UTC day
   * @param notation of the source
   */
  Validation(Feed feed, LocalDate crawlDate, IngestSettings settings, Notation notation) {
    this.feed = feed;
    this.ofFields = new RecordRules(feed, crawlDate, settings, notation, FAULT + 1);
  }

  /** Counts the values that records which can be used lost, for {@link #lost(String)} (string). */
  Column lostCounts() {
    return udaf(new LostCounts(), Encoders.BINARY())
        .apply(when(col(PROBLEM).isNull(), col(RecordRules.LOST)));
  }

  /**
   * @param counted by {@link #lostCounts()}
   * @return in the order of the feed's fields
   */
  List<LostValue> lost(String counted) {
    List<LostValue> lost = new ArrayList<>();
    LostCounts.read(
        counted,
        (rule, records) -> {
          RecordRules.Words words = ofFields.words().get(rule - FAULT - 1);
          lost.add(new LostValue(words.field(), words.reason(), words.unreadable(), records));
        });
    return lost;
  }

  /** The rules of the record's fields. */
  RecordRules ofFields() {
    return ofFields;
  }

  /**
   * Rules count from 1, that of the record first, then those of its fields in their order, then the
   * feed's.
   *
   * @return over the feed's columns, {@link Records#FAULT} and {@link #PROBLEM}, which holds the
   *     first broken rule of the fields
   */
  Column firstBroken() {
    List<Column> numbers = new ArrayList<>();
    numbers.add(when(col(Records.FAULT).isNotNull(), FAULT));
    numbers.add(col(PROBLEM));
    int number = FAULT + ofFields.words().size();
    for (Feed.Rule rule : feed.rules()) {
      number++;
      numbers.add(when(expr(rule.brokenIf()), number));
    }
    return coalesce(numbers.toArray(Column[]::new));
  }

  /** The reason in words, of a record whose {@link #PROBLEM} is not null. */
  Column reason() {
    List<Column> reasons = new ArrayList<>(List.of(col(Records.FAULT)));
    ofFields.words().forEach(words -> reasons.add(lit(words.reason())));
    feed.rules().forEach(rule -> reasons.add(lit(rule.reason())));
    return element_at(array(reasons.toArray(Column[]::new)), col(PROBLEM));
  }

  /** The field at fault; null where it is the whole record. */
  Column field() {
    List<Column> fields = new ArrayList<>(List.of(lit(null).cast("string")));
    ofFields.words().forEach(words -> fields.add(lit(words.field()).cast("string")));
    feed.rules().forEach(rule -> fields.add(lit(rule.field())));
    return element_at(array(fields.toArray(Column[]::new)), col(PROBLEM));
  }
}

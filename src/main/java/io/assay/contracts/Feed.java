package io.assay.contracts;

import java.util.Arrays;
import java.util.List;

/**
 * One kind of record in a crawl: its columns as delivered, what identifies a record and which of
 * two records of the same key is kept.
 *
 * @param name the feed's folder in a crawl, e.g. {@code accounts}
 * @param fields columns as delivered
 * @param derived columns that are computed from the delivered ones, because the key needs them
 * @param rules what refuses a record, beyond what a field's type and values say
 * @param key columns that identify a record within a crawl; empty if nothing does
 * @param precedence which of two records with one key is kept: the first of these that differs
 * @param tellsApart columns in which records of one key do not differ if they are of one thing,
 *     such as a post's author and its text
 * @param target bronze table that receives it
 */
public record Feed(
    String name,
    List<Field> fields,
    List<Derived> derived,
    List<Rule> rules,
    List<String> key,
    List<Precedence> precedence,
    List<String> tellsApart,
    Table target) {

  /**
   * A column that is computed, or computed anew.
   *
   * @param field its name, type and meaning; of one that is delivered it takes the place
   * @param sql Spark SQL over the feed's fields; never null where the field is required
   */
  public record Derived(Field field, String sql) {}

  /**
   * What refuses a record.
   *
   * @param field the column at fault
   * @param brokenIf Spark SQL over the feed's fields that is true for a record to refuse
   * @param reason what to say then
   */
  public record Rule(String field, String brokenIf, String reason) {}

  /**
   * A column that decides between records of one key.
   *
   * @param column its name
   * @param largest whether the largest value wins, or the smallest
   */
  public record Precedence(String column, boolean largest) {

    /** The larger counter wins: counts grow, and a smaller one was read too early. */
    static List<Precedence> largest(String... counters) {
      return Arrays.stream(counters).map(c -> new Precedence(c, true)).toList();
    }

    /** The first sighting wins. */
    static List<Precedence> earliest(String time) {
      return List.of(new Precedence(time, false));
    }
  }

  public Feed {
    fields = List.copyOf(fields);
    derived = List.copyOf(derived);
    rules = List.copyOf(rules);
    key = List.copyOf(key);
    precedence = List.copyOf(precedence);
    tellsApart = List.copyOf(tellsApart);
  }

  /** Whether records of this feed say when they were seen. */
  public boolean hasCrawledAt() {
    return fields.stream().anyMatch(f -> f.name().equals("crawled_at"));
  }
}

package io.assay.contracts;

import java.util.List;

/**
 * One kind of record in a crawl: its columns as delivered, what identifies a record and which
 * counters decide between two records of the same key.
 *
 * @param name the feed's folder in a crawl, e.g. {@code accounts}
 * @param fields columns as delivered
 * @param key columns that identify a record within a crawl
 * @param counters in order of precedence: of two records with one key the larger counters win
 * @param target bronze table that receives it
 */
public record Feed(
    String name, List<Field> fields, List<String> key, List<String> counters, Table target) {

  public Feed {
    fields = List.copyOf(fields);
    key = List.copyOf(key);
    counters = List.copyOf(counters);
  }
}

package io.assay.settings;

import java.io.Serializable;

/**
 * @param windowDays shares first delivered within so many days, the last one included, count
 * @param maxPairs pairs of shares of one object within a window of seconds that are compared at
 *     most; a question that would need more is refused
 */
public record CoordinationSettings(
    @Whole(min = 1, max = 36_500) int windowDays,
    @Whole(min = 1, max = 1_000_000_000_000_000L) long maxPairs)
    implements Serializable {

  static CoordinationSettings read(Section s) {
    return s.bind(CoordinationSettings.class);
  }
}

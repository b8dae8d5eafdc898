package io.assay.workbench.evaluation;

import java.util.List;

/**
 * Which of the labelled accounts a result is of.
 *
 * @param kind label of the positives, which are held against all genuine accounts; {@link #ALL} for
 *     every positive
 * @param accountClass class of the positives, likewise; of the genuine accounts, where a result is
 *     of these alone; {@link #ALL} for every one
 * @param segmentColumn column that splits all accounts; {@link #ALL} for none
 * @param segment its value; {@link #ALL} for every account
 * @param strength bin of the positives' planted strength, held against all genuine accounts; {@link
 *     #ALL} for any
 */
public record Part(
    String kind, String accountClass, String segmentColumn, String segment, String strength) {

  /** Stands where a part is not restricted. */
  public static final String ALL = "all";

  /** Stands for accounts whose segment is null or unknown. */
  public static final String NO_SEGMENT = "(none)";

  static final Part WHOLE = new Part(ALL, ALL, ALL, ALL, ALL);

  static Part ofKind(String kind) {
    return new Part(kind, ALL, ALL, ALL, ALL);
  }

  static Part ofClass(String name) {
    return new Part(ALL, name, ALL, ALL, ALL);
  }

  static Part ofSegment(String column, String value) {
    return new Part(ALL, ALL, column, value, ALL);
  }

  /** Bits of a part's kind and of its class; null for any. */
  record Bits(Long kind, Long inClass) {

    /** Whether positives with these bits are of the part. */
    boolean has(long kinds, long classes) {
      return (kind == null || (kinds & kind) != 0) && (inClass == null || (classes & inClass) != 0);
    }
  }

  /**
   * @param classes names of the classes, in the order of their bits; one that is not among them is
   *     nobody's
   */
  Bits bits(List<String> classes) {
    int bit = classes.indexOf(accountClass);
    return new Bits(
        kind.equals(ALL) ? null : Long.valueOf(LabelledAccounts.bits(List.of(kind))),
        accountClass.equals(ALL) ? null : Long.valueOf(bit < 0 ? 0 : 1L << bit));
  }

  Part ofStrength(String bin) {
    return new Part(kind, accountClass, segmentColumn, segment, bin);
  }
}

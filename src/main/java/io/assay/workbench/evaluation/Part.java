package io.assay.workbench.evaluation;

/**
 * Which of the labelled accounts a result is of.
 *
 * @param kind label of the positives, which are held against all genuine accounts; {@link #ALL} for
 *     every positive
 * @param segmentColumn column that splits all accounts; {@link #ALL} for none
 * @param segment its value; {@link #ALL} for every account
 * @param strength bin of the positives' planted strength, held against all genuine accounts; {@link
 *     #ALL} for any
 */
public record Part(String kind, String segmentColumn, String segment, String strength) {

  /** Stands where a part is not restricted. */
  public static final String ALL = "all";

  /** Stands for accounts whose segment is null or unknown. */
  public static final String NO_SEGMENT = "(none)";

  static final Part WHOLE = new Part(ALL, ALL, ALL, ALL);

  static Part ofKind(String kind) {
    return new Part(kind, ALL, ALL, ALL);
  }

  static Part ofSegment(String column, String value) {
    return new Part(ALL, column, value, ALL);
  }

  Part ofStrength(String bin) {
    return new Part(kind, segmentColumn, segment, bin);
  }
}

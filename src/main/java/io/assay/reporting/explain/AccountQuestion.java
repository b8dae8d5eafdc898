package io.assay.reporting.explain;

/**
 * Whom a caller asks about.
 *
 * @param platform in lower case; null for any
 * @param accountId id, or a handle given in its place; null where a handle was asked for
 * @param handle name in the account's address, without @; null where an id was
 */
public record AccountQuestion(String platform, String accountId, String handle) {

  /** What was typed, without the @ that people put before handles. */
  String typed() {
    String text = accountId == null ? handle : accountId;
    return text.startsWith("@") ? text.substring(1) : text;
  }
}

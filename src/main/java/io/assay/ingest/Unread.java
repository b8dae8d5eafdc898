package io.assay.ingest;

/**
 * Something of a delivery that is not read.
 *
 * @param name path within the delivery; a folder's ends in a slash
 * @param why the reason, and what to do about it
 */
public record Unread(String name, String why) {
  static final String UNNAMED = "no source names it";

  static Unread hidden(String name) {
    return new Unread(name, "hidden by the dot or underscore that its name begins with: rename it");
  }
}

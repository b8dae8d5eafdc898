package io.assay.contracts;

import java.util.Locale;

/**
 * Signals that look at the same thing. A family speaks once, however many signals it has, so that
 * the one with most of them is not the loudest.
 */
public enum Family {
  PROFILE("what the profile shows"),
  AUDIENCE("who follows, and whether they engage"),
  GROWTH("how followers came"),
  ENGAGEMENT("what posts earn"),
  COMMENTS("what others write under its posts"),
  BEHAVIOUR("when and how often it acts"),
  TEXT("what it writes under others' posts"),
  CONTEXT("worth knowing, evidence of no kind");

  private final String about;

  Family(String about) {
    this.about = about;
  }

  /** Name in tables and settings. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What its signals look at. */
  public String about() {
    return about;
  }

  /** The family of a title. */
  public static Family of(String title) {
    return valueOf(title.toUpperCase(Locale.ROOT));
  }
}

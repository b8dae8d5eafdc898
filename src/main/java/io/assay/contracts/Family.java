package io.assay.contracts;

import java.util.Locale;

/**
 * Signals that look at the same thing. A family counts once, however many signals it has, so that
 * the one with most of them does not outweigh the others.
 */
public enum Family {
  PROFILE("what the profile shows", false),
  FOLLOWING("how whom it follows changes", false),
  AUDIENCE("who follows, and whether they engage", true),
  GROWTH("how followers came", true),
  ENGAGEMENT("what posts earn", true),
  RECEIVED_COMMENTS("what others write under its posts", true),
  PUBLISHING("how often it publishes", false),
  BEHAVIOUR("when and how often it acts", false),
  REACTION("how soon it acts when a post appears", false),
  PROMOTION("what it advertises and copies under others' posts", false),
  LOW_EFFORT("how little it says under others' posts", false),
  COORDINATION("how much it does together with others", false),
  CONTEXT("worth knowing, evidence of no kind", true);

  private final String about;
  private final boolean bySize;

  Family(String about, boolean bySize) {
    this.about = about;
    this.bySize = bySize;
  }

  /**
   * Whether accounts are compared with those of their size, because what is measured depends on it;
   * else with all of their platform. Few followers are themselves part of what a made profile
   * shows: among accounts of as few followers, most may be made.
   */
  public boolean bySize() {
    return bySize;
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

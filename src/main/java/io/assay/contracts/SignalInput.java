package io.assay.contracts;

import java.util.Locale;

/**
 * What a signal is measured from. Where an input is missing or too little, all its signals are null
 * and {@link #reasonColumn} says why.
 */
public enum SignalInput {
  PROFILE("the profile", "profile"),
  ENGAGEMENT("the account's counted posts", "engagement"),
  GROWTH("its followers over time", "growth"),
  FOLLOWINGS("how many accounts it followed over time", "followings"),
  FOLLOWERS("the crawled profiles of a sample of its followers", "followers"),
  COMMENTS("the texts of crawled comments of others under its posts", "comments"),
  COMMENTERS("who wrote the crawled comments of others under its posts", "commenters"),
  ACTIONS(
      "its engagements, dated to the time of day, with others' posts or with posts that were not"
          + " crawled, be they its own",
      "actions"),
  ACTIVE_DAYS("the days of its engagements that are dated to the time of day", "active_days"),
  REACTIONS(
      "its engagements with others' crawled posts, both dated to the time of day", "reactions"),
  WRITTEN(
      "the texts of its crawled comments under others' posts or under posts that were not crawled,"
          + " be they its own",
      "written"),
  COORDINATION(
      "its engagements with crawled posts of others, at least coordination.min_engagements",
      "coordination",
      "account_coordination");

  private final String about;
  private final String prefix;
  private final String table;

  /** Of signals that stand in {@code gold.account_signal}. */
  SignalInput(String about, String prefix) {
    this(about, prefix, "account_signal");
  }

  SignalInput(String about, String prefix, String table) {
    this.about = about;
    this.prefix = prefix;
    this.table = table;
  }

  /** What it is, in words. */
  public String about() {
    return about;
  }

  /** Name of the table in which its signals and the reason stand, see SignalTables#HOLDING. */
  public String table() {
    return table;
  }

  /** Column of that table that says why the input's signals are null. */
  public String reasonColumn() {
    return prefix + "_reason";
  }

  /** Name in documentation. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}

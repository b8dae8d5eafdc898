package io.assay.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What ties an account to a group that was found to act together, and what that speaks of. */
public enum GroupTie {
  FARM_MEMBER(
      Kind.BOT,
      "is a member of an accepted farm or of an accepted group in lockstep",
      "a hijacked account that lives on; fans or readers who are sent to the same posts"),
  POD_MEMBER(
      Kind.POD,
      "is a member of an accepted pod",
      "friends, colleagues or fans who engage each other by habit"),
  FARM_CUSTOMER(
      Kind.FAKE_ENGAGEMENT,
      "publishes what an accepted farm engages, as its customer",
      "somebody else paid for it, or the farm hides among posts that nobody ordered"),

  /** Not one or none but how much: a tail among creators, see {@link #isMeasured}. */
  ENGAGEMENT_DOUBTFUL(
      Kind.FAKE_ENGAGEMENT,
      "is engaged by doubtful accounts",
      "an audience that was sold to without its doing");

  private final Kind kind;
  private final String about;
  private final String benign;

  GroupTie(Kind kind, String about, String benign) {
    this.kind = kind;
    this.about = about;
    this.benign = benign;
  }

  /** Name in tables and settings. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Kind kind() {
    return kind;
  }

  /** What is true of an account that has it, in words. */
  public String about() {
    return about;
  }

  /** Whether it is told by a tail, as a signal is, and not by being there. */
  public boolean isMeasured() {
    return this == ENGAGEMENT_DOUBTFUL;
  }

  /** The tie of a title. */
  public static GroupTie of(String title) {
    return valueOf(title.toUpperCase(Locale.ROOT));
  }

  /** Innocent explanations. */
  public String benign() {
    return benign;
  }

  /** The ties that speak of a kind. */
  public static List<GroupTie> of(Kind kind) {
    return Arrays.stream(values()).filter(tie -> tie.kind == kind).toList();
  }
}

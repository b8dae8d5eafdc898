package io.assay.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an account can be doubted of, and the families that tell of it. */
public enum Kind {
  BOT(
      "is run by a program",
      Family.PROFILE,
      Family.FOLLOWING,
      Family.PUBLISHING,
      Family.BEHAVIOUR,
      Family.PROMOTION,
      Family.LOW_EFFORT),
  FAKE_FOLLOWERS("has bought followers", Family.AUDIENCE, Family.GROWTH),
  FAKE_ENGAGEMENT("has bought likes or comments", Family.ENGAGEMENT, Family.RECEIVED_COMMENTS),
  POD(
      "trades engagement with others by agreement",
      Family.RECEIVED_COMMENTS,
      Family.BEHAVIOUR,
      Family.REACTION,
      Family.LOW_EFFORT,
      Family.COORDINATION);

  private final String about;
  private final List<Family> families;

  Kind(String about, Family... families) {
    this.about = about;
    this.families = List.of(families);
  }

  /** Name in tables and settings; the same as that of the label. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The claim in words. */
  public String about() {
    return about;
  }

  public List<Family> families() {
    return families;
  }

  /**
   * The signals that can weigh in its likelihood: those of its families, in the order of the list.
   * What a group does together weighs as a {@link GroupTie} alone, whose weight is bounded.
   */
  public List<Signal> signals() {
    return Signals.ALL.stream()
        .filter(signal -> families.contains(signal.family()))
        .filter(signal -> signal.family() != Family.COORDINATION)
        .toList();
  }

  /** The kind of a title. */
  public static Kind of(String title) {
    return valueOf(title.toUpperCase(Locale.ROOT));
  }

  public static List<String> titles() {
    return Arrays.stream(values()).map(Kind::title).toList();
  }
}

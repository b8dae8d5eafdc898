package io.assay.reporting.changes;

import java.util.Locale;

/** Why a part of a likelihood moved. */
public enum Cause {
  /** The signal's value is another one; where its peers are others too, both are in this. */
  VALUE,
  /** The value is the same, but its peers, or the reference that they make up, are not. */
  PEERS,
  /** The model weighs it otherwise, or weighs it now and did not, or the other way round. */
  WEIGHT,
  /** It could not be known before. */
  KNOWN,
  /** It cannot be known any more. */
  UNKNOWN,
  /** The account is tied to a group now. */
  JOINED,
  /** The account is not tied to a group any more. */
  LEFT,
  /** The kind is estimated to be more, or less, common on the platform. */
  LEVEL,
  /** The model starts from another likelihood. */
  MODEL,
  /** What the lake's tables do not account for. */
  UNEXPLAINED;

  /** Name in files. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The cause of a title. */
  public static Cause of(String title) {
    return valueOf(title.toUpperCase(Locale.ROOT));
  }
}

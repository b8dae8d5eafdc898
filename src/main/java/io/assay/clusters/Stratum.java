package io.assay.clusters;

import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Accounts of a platform that are divided apart, since different things are known of them. */
enum Stratum {
  /** Accounts without counted posts. */
  AUDIENCE(
      List.of(Kind.BOT),
      Family.PROFILE,
      Family.FOLLOWING,
      Family.PUBLISHING,
      Family.BEHAVIOUR,
      Family.REACTION,
      Family.PROMOTION,
      Family.LOW_EFFORT),

  /** Accounts with counted posts. */
  CREATORS(
      List.of(Kind.BOT, Kind.FAKE_FOLLOWERS, Kind.FAKE_ENGAGEMENT),
      Family.PROFILE,
      Family.FOLLOWING,
      Family.AUDIENCE,
      Family.GROWTH,
      Family.ENGAGEMENT,
      Family.RECEIVED_COMMENTS,
      Family.PUBLISHING,
      Family.BEHAVIOUR,
      Family.REACTION,
      Family.PROMOTION,
      Family.LOW_EFFORT);

  private final List<Kind> kinds;
  private final List<Family> families;

  Stratum(List<Kind> kinds, Family... families) {
    this.kinds = kinds;
    this.families = List.of(families);
  }

  /** Name in tables. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Kinds of fraud of which whole clusters can be suspected. */
  List<Kind> kinds() {
    return kinds;
  }

  /** Families whose signals are the coordinates. */
  List<Family> families() {
    return families;
  }

  static Stratum of(String title) {
    return Arrays.stream(values()).filter(s -> s.title().equals(title)).findFirst().orElseThrow();
  }
}

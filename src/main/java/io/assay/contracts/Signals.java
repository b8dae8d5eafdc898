package io.assay.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The list of signals. Whoever adds one adds it to one of these lists, and nowhere else. */
public final class Signals {

  public static final List<Signal> ALL =
      Stream.of(ProfileSignals.ALL, AudienceSignals.ALL, EngagementSignals.ALL, ActorSignals.ALL)
          .flatMap(List::stream)
          .toList();

  private Signals() {}

  /** The signals of a family, in the order of the list. */
  public static List<Signal> of(Family family) {
    return ALL.stream().filter(s -> s.family() == family).toList();
  }

  /** Families that have signals. */
  public static List<Family> families() {
    return Arrays.stream(Family.values()).filter(f -> !of(f).isEmpty()).toList();
  }
}

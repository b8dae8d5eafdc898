package io.assay.contracts;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The list of signals. Whoever adds one adds it to one of these lists, and nowhere else. */
public final class Signals {

  public static final List<Signal> ALL =
      together(
          Stream.of(
              ProfileSignals.ALL,
              FollowingSignals.ALL,
              AudienceSignals.ALL,
              EngagementSignals.ALL,
              ActorSignals.ALL,
              CoordinationSignals.ALL));

  private Signals() {}

  /**
   * Some lists in one.
   *
   * @throws IllegalStateException if two signals have one name
   */
  static List<Signal> together(Stream<List<Signal>> lists) {
    List<Signal> all = lists.flatMap(List::stream).toList();
    Set<String> names = new HashSet<>();
    for (Signal signal : all) {
      if (!names.add(signal.name())) {
        throw new IllegalStateException("two signals are named " + signal.name());
      }
    }
    return all;
  }

  /** The signals of a family, in the order of the list. */
  public static List<Signal> of(Family family) {
    return ALL.stream().filter(s -> s.family() == family).toList();
  }

  /** Families that have signals. */
  public static List<Family> families() {
    return Arrays.stream(Family.values()).filter(f -> !of(f).isEmpty()).toList();
  }
}

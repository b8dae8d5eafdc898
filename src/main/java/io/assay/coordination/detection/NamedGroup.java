package io.assay.coordination.detection;

import io.assay.contracts.CoordinationTables;
import java.util.Arrays;
import java.util.Locale;

/**
 * A group with the name it bears in tables.
 *
 * @param group what was found
 * @param name its id and since when it bears it
 * @param acts what it was judged by
 */
record NamedGroup(CoordinatedGroup group, KeptNames.Name name, GroupEvents acts) {

  static NamedGroup of(CoordinatedGroup group, KeptNames.Name name, Events events) {
    GroupEvents acts =
        group.kind() == GroupKind.FARM
            ? GroupEvents.ofFarm(events, group.members(), group.hits())
            : GroupEvents.ofPod(events, group.members());
    return new NamedGroup(group, name, acts);
  }

  /** What it is if it is accepted. */
  String form() {
    return form(group);
  }

  static String form(CoordinatedGroup group) {
    return group.kind().name().toLowerCase(Locale.ROOT);
  }

  /** What it is. */
  String kind() {
    return group.isAccepted() ? form() : CoordinationTables.UNEXPLAINED;
  }

  boolean isFarm() {
    return group.kind() == GroupKind.FARM;
  }

  /** Posts on which it acted: those of members, or those that it hits. */
  int posts(Events events) {
    return isFarm()
        ? group.hits().size()
        : (int) Arrays.stream(acts.events()).map(events::post).distinct().count();
  }
}

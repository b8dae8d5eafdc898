package io.assay.coordination.detection;

import java.util.Locale;

/**
 * A group with the name it bears in tables.
 *
 * @param group what was found
 * @param name its id and since when it bears it
 */
record NamedGroup(CoordinatedGroup group, KeptNames.Name name) {

  /** What it is if it is accepted. */
  String form() {
    return form(group);
  }

  static String form(CoordinatedGroup group) {
    return group.kind().name().toLowerCase(Locale.ROOT);
  }

  /** What it is. */
  String kind() {
    return group.isAccepted() ? form() : "unexplained";
  }

  boolean isFarm() {
    return group.kind() == GroupKind.FARM;
  }

  /** What it was judged by. */
  GroupEvents acts(Events events) {
    return isFarm()
        ? GroupEvents.ofFarm(events, group.members(), group.hits())
        : GroupEvents.ofPod(events, group.members());
  }

  /** Posts on which it acted: those of members, or those that it hits. */
  int posts(Events events) {
    if (isFarm()) {
      return group.hits().size();
    }
    int posts = 0;
    int last = -1;
    for (int e : acts(events).events()) {
      posts += events.post(e) == last ? 0 : 1;
      last = events.post(e);
    }
    return posts;
  }
}

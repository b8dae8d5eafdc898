package io.assay.workbench.worlds;

import java.io.Serializable;

/**
 * What is true of an account, as the labels feed says it.
 *
 * @param group accounts that belong together share it; null for those who stand alone
 * @param strength how plainly the fraud shows, 0–1; null for the genuine
 * @param camouflage engagements that hide planted ones, as a multiple of these; null where none
 *     could be hidden
 */
record Truth(PlayedRole role, String group, Double strength, Double camouflage)
    implements Serializable {

  static Truth of(Person person, Society society) {
    return new Truth(
        person.role(),
        group(person),
        person.role().genuine() ? null : strength(person, society),
        camouflage(person, society));
  }

  /**
   * Customers and victims share the name of their farm or sale, idols and brands of their people.
   */
  private static String group(Person person) {
    String kind = person.role().group;
    return kind == null ? null : kind + "-" + person.group();
  }

  private static Double strength(Person person, Society society) {
    Cast cast = society.cast();
    return switch (person.role()) {
      case POD_MEMBER -> cast.pods().get(person.group()).participation();
      case FARM_WORKER -> cast.farms().get(person.group()).participation();
      case FARM_CUSTOMER ->
          Math.min(
              1,
              cast.farms().get(person.group()).postsHit()
                  / (double) society.timeline().count(person.index()));
      case LIKES_BUYER -> bought(society.followers().purchase(person).likes());
      case FOLLOWERS_BUYER -> bought(society.followers().purchase(person).followers());
      case MASS_FOLLOWER, FOLLOW_UNFOLLOW ->
          Math.max(0, 1 - Followings.AUDIENCE / society.followings().at(person, person.seen()));
      default -> society.engagements(person).plantedShare();
    };
  }

  /** Share that a multiple of the honest amount makes of all. */
  private static double bought(double multiple) {
    return multiple / (1 + multiple);
  }

  private static Double camouflage(Person person, Society society) {
    if (person.role() != PlayedRole.POD_MEMBER && person.role() != PlayedRole.FARM_WORKER) {
      return null;
    }
    EngagementsOfActor done = society.engagements(person);
    return done.planted() == 0 ? null : done.hiding() / (double) done.planted();
  }
}

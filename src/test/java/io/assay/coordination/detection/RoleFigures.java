package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.Locale;

/**
 * How well the customers of accepted farms are told from their victims.
 *
 * @param targets whom accepted farms hit
 * @param named customers, as far as is said
 * @param right those of them who are
 * @param hit customers among the targets
 * @param all customers that were planted
 */
record RoleFigures(int targets, int named, int right, int hit, int all) {
  private static final String CUSTOMER = "farm_customer";

  static RoleFigures of(Events events, Detection found, PlantedTruth truth) {
    int targets = 0;
    int named = 0;
    int right = 0;
    int hit = 0;
    for (CoordinatedGroup group : found.accepted()) {
      for (FarmTarget target : FarmTarget.of(events, group)) {
        boolean customer = truth.sort()[target.author()].equals(CUSTOMER);
        boolean said = target.role() == TargetRole.CUSTOMER;
        targets++;
        named += said ? 1 : 0;
        right += said && customer ? 1 : 0;
        hit += customer ? 1 : 0;
      }
    }
    int all = (int) Arrays.stream(truth.sort()).filter(CUSTOMER::equals).count();
    return new RoleFigures(targets, named, right, hit, all);
  }

  double precision() {
    return right / (double) named;
  }

  /** Of all planted customers. */
  double recall() {
    return right / (double) all;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "customers P %.3f R %.3f (%d targets, %d of %d customers among them, %d named)",
        precision(),
        recall(),
        targets,
        hit,
        all,
        named);
  }
}

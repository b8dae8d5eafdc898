package io.assay.evidence;

import io.assay.contracts.Family;
import io.assay.contracts.Signals;
import io.assay.peers.AccountRow;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Why a family says nothing of an account. */
final class SilentFamily {

  /** Where the signals of a family stand in the list: looked up once, not for every account. */
  private static final Map<Family, int[]> PLACES = places();

  private SilentFamily() {}

  private static Map<Family, int[]> places() {
    Map<Family, int[]> places = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      places.put(family, Signals.of(family).stream().mapToInt(Signals.ALL::indexOf).toArray());
    }
    return places;
  }

  /** Why none of a family's signals could be compared. */
  static String reason(Family family, AccountRow account, int minPeers) {
    Set<String> reasons = new LinkedHashSet<>();
    for (int place : PLACES.get(family)) {
      if (account.value(place) != null) {
        return "fewer than " + minPeers + " peers of whom it is known";
      }
      reasons.add(account.whyUnknown(place));
    }
    return String.join("; ", reasons);
  }
}

package io.assay.assessment;

import io.assay.contracts.Family;
import io.assay.contracts.Signals;
import io.assay.peers.KindModel;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Why nothing can be said of a kind. */
final class SilentKind {
  /** Of a kind that only groups tell, on a platform where none could be looked for. */
  static final String NOT_SEARCHED =
      "nothing of who engages whom was crawled on this platform, and nothing else tells of it";

  private SilentKind() {}

  /**
   * @param minPeers known values that a comparison needs
   * @return what is missing of each of the kind's families
   */
  static String why(AccountFindings account, KindModel model, int minPeers) {
    return model.kind().families().stream()
        .map(family -> family.title() + ": " + why(family, account, model, minPeers))
        .collect(Collectors.joining("; "));
  }

  private static String why(Family family, AccountFindings account, KindModel model, int minPeers) {
    String silent = account.whySilent(family);
    if (silent != null) {
      return silent;
    }
    int[] weighed =
        Arrays.stream(model.places())
            .filter(place -> Signals.ALL.get(place).family() == family)
            .toArray();
    if (weighed.length == 0) {
      return "no weight in the model";
    }
    return Arrays.stream(weighed).anyMatch(place -> account.signals().value(place) != null)
        ? "without groups and doubted accounts fewer than "
            + minPeers
            + " peers of whom it is known"
        : "none of its signals that have a weight in the model is known";
  }
}

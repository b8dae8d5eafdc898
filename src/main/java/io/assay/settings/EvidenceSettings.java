package io.assay.settings;

import java.io.Serializable;

/**
 * @param notableBelow largest tail probability at which a signal is listed
 * @param minPeers peers of whom a signal must be known to be compared
 * @param binsPerDecade logarithmic bins a decade in which signals are counted
 */
public record EvidenceSettings(double notableBelow, int minPeers, int binsPerDecade)
    implements Serializable {

  static EvidenceSettings read(Section s) {
    EvidenceSettings settings =
        new EvidenceSettings(
            s.decimal("notable_below", 0, 1),
            (int) s.integer("min_peers", 2, 1_000_000),
            (int) s.integer("bins_per_decade", 1, 1_000));
    s.end();
    return settings;
  }
}

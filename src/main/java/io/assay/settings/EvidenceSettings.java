package io.assay.settings;

import java.io.Serializable;

/**
 * @param notableBelow largest tail probability at which a signal is listed
 * @param notableBeyondZero least value at which a signal is listed where half of the peers have 0
 * @param minPeers peers of whom a signal must be known to be compared
 * @param binsPerDecade logarithmic bins a decade in which signals are counted
 */
public record EvidenceSettings(
    @Decimal(min = 0, max = 1) double notableBelow,
    @Decimal(min = 0, max = 1e6) double notableBeyondZero,
    @Whole(min = 2, max = 1_000_000) int minPeers,
    @Whole(min = 1, max = 1_000) int binsPerDecade)
    implements Serializable {

  static EvidenceSettings read(Section s) {
    return s.bind(EvidenceSettings.class);
  }
}

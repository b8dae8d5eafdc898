package io.assay.settings;

import java.io.Serializable;

/**
 * @param notableBelow largest tail probability at which a signal is listed
 * @param minPeers peers of whom a signal must be known to be compared
 * @param binsPerDecade logarithmic bins a decade in which signals are counted
 */
public record EvidenceSettings(
    @Decimal(min = 0, max = 1) double notableBelow,
    @Whole(min = 2, max = 1_000_000) int minPeers,
    @Whole(min = 1, max = 1_000) int binsPerDecade)
    implements Serializable {

  static EvidenceSettings read(Section s) {
    return s.bind(EvidenceSettings.class);
  }
}

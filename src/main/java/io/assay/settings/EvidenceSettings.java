package io.assay.settings;

import io.assay.contracts.Kind;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/**
 * @param notableBelow largest tail probability at which a signal is listed
 * @param minPeers peers of whom a signal must be known to be compared
 * @param likelihood how evidence becomes a likelihood, by kind
 */
public record EvidenceSettings(
    double notableBelow, int minPeers, Map<Kind, LikelihoodSettings> likelihood)
    implements Serializable {

  static EvidenceSettings read(Section s) {
    double notableBelow = s.decimal("notable_below", 0, 1);
    int minPeers = (int) s.integer("min_peers", 2, 1_000_000);
    Section likelihood = s.section("likelihood");
    Map<Kind, LikelihoodSettings> kinds = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      kinds.put(kind, LikelihoodSettings.read(likelihood.section(kind.title()), kind));
    }
    likelihood.end();
    s.end();
    return new EvidenceSettings(notableBelow, minPeers, Map.copyOf(kinds));
  }
}

package io.assay.clusters;

import io.assay.contracts.Kind;
import java.io.Serializable;
import java.util.List;

/**
 * A group of alike accounts: a leaf, or the leaves that are suspicious together.
 *
 * @param label of today, by which it is known until it has an id
 * @param leaves at least one, of one stratum
 * @param kind of fraud that it is suspected of; null where it is not suspicious
 */
record Cluster(String label, List<Leaf> leaves, Kind kind) implements Serializable {

  String platform() {
    return leaves.get(0).platform();
  }

  Stratum stratum() {
    return leaves.get(0).stratum();
  }

  boolean isSuspicious() {
    return kind != null;
  }
}

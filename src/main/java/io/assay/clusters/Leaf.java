package io.assay.clusters;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A part into which a stratum is divided.
 *
 * @param number of its centre in the stratum's model
 */
record Leaf(String platform, Stratum stratum, int number)
    implements Serializable, Comparable<Leaf> {
  private static final Comparator<Leaf> ORDER =
      Comparator.comparing(Leaf::platform).thenComparing(Leaf::stratum).thenComparing(Leaf::number);

  @Override
  public int compareTo(Leaf other) {
    return ORDER.compare(this, other);
  }
}

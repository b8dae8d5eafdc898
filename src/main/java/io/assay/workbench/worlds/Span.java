package io.assay.workbench.worlds;

import io.assay.settings.Section;
import java.io.Serializable;

/**
 * An interval of a world file, {@code [low, high]}, over which the groups of a kind are spread.
 *
 * @param low least value
 * @param high greatest value, at least {@code low}
 */
public record Span(double low, double high) implements Serializable {

  static Span read(Section s, String key, double min, double max) {
    double[] read = s.span(key, min, max);
    return new Span(read[0], read[1]);
  }

  /** The value at a quantile 0–1 of a uniform spread. */
  double linear(double quantile) {
    return low + quantile * (high - low);
  }

  /** The value at a quantile 0–1 of a spread that is uniform in the logarithm. */
  double logarithmic(double quantile) {
    return low == high ? low : low * StrictMath.pow(high / low, quantile);
  }

  /** Mean of the logarithmic spread. */
  double logarithmicMean() {
    return low == high ? low : (high - low) / StrictMath.log(high / low);
  }
}

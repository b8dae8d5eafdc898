package io.assay.engagement;

import java.io.Serializable;
import java.util.List;

/**
 * Which histogram a value is counted in. The histograms of one axis do not overlap; what is
 * published is a union of them.
 *
 * @param axis what divides the accounts
 * @param part number of the part of that axis
 * @param media code of the kind of post, see {@link MediaTypes}, {@code all} included
 * @param metric position in {@link #METRICS}, or {@link #FOLLOWERS}
 */
record HistogramKey(String platform, Axis axis, int part, int media, int metric)
    implements Serializable {

  static final List<String> METRICS = List.of("rate_public", "rate_total", "rate_view");

  /** Position of the first of the metrics, by which an account is assessed. */
  static final int RATE = 0;

  /** What is counted beside the metrics: the followers themselves. */
  static final int FOLLOWERS = METRICS.size();

  /** What divides the accounts of a platform. */
  enum Axis {
    /** Intervals of followers, see {@link FollowerAxis}; counted in fine bins. */
    BANDS,
    /** The same intervals; counted by what claims say, see {@link FollowerAxis#limits}. */
    CLAIMS,
    /** Bins of followers on the curve of expected engagement; counted in fine bins. */
    SIZES,
    /** Octaves of followers, of which peer groups consist; counted in fine bins. */
    PEERS
  }
}

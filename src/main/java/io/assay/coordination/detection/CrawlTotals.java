package io.assay.coordination.detection;

import java.io.Serializable;

/**
 * Numbers over all events of a platform, counted where no process holds them.
 *
 * @param events distinct pairs of actor and post, E
 * @param actors accounts that did something
 * @param fast events within the fastest share of all delays; 0 where no time is known
 * @param synchrony see {@link Background}
 * @param stock share of stock comments among comments; 0 without comments
 * @param timed events with a time
 * @param median delay, seconds; NaN without any
 * @param quartileRatio third quartile of the delays over the first; NaN without any
 * @param squares sum of n_p² over all posts
 */
public record CrawlTotals(
    long events,
    long actors,
    long fast,
    double synchrony,
    double stock,
    long timed,
    double median,
    double quartileRatio,
    long squares)
    implements Serializable {

  Background background() {
    return new Background(synchrony, stock, new Latency(timed, median, quartileRatio));
  }
}

package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.List;

/**
 * Step 6c: what candidates of a farm do in the niches of its targets besides its hits, for each
 * event that there is besides these.
 */
final class ElsewhereByNiche {
  private final Margins margins;

  /** Position of each niche among those of the targets, or -1. */
  private final int[] position;

  private final int niches;
  private final double[] rates;

  /**
   * @param slots of each candidate its position + 1
   */
  ElsewhereByNiche(
      Events events, Margins margins, List<Hit> hits, Tallies slots, int[] candidates) {
    this.margins = margins;
    position = new int[margins.niches().count()];
    Arrays.fill(position, -1);
    int found = 0;
    for (Hit hit : hits) {
      int c = margins.niches().of(hit.author());
      if (c >= 0 && position[c] < 0) {
        position[c] = found++;
      }
    }
    niches = found;
    int[] onHits = new int[Math.multiplyExact(candidates.length, niches)];
    long[] ofNiche = new long[niches];
    for (Hit hit : hits) {
      int c = margins.niches().of(hit.author());
      if (c < 0) {
        continue;
      }
      ofNiche[position[c]] += margins.byPost()[hit.post()];
      for (int k = events.firstOn(hit.post()); k < events.endOn(hit.post()); k++) {
        int e = events.eventAt(k);
        int slot = slots.of(events.actor(e)) - 1;
        if (slot >= 0 && hit.window().holds(events.delay(e))) {
          onHits[slot * niches + position[c]]++;
        }
      }
    }
    rates = new double[onHits.length];
    for (int c = 0; c < position.length; c++) {
      for (int i = 0; position[c] >= 0 && i < candidates.length; i++) {
        int at = i * niches + position[c];
        double active = margins.inNiches().of(candidates[i], c) - onHits[at] + 1.0;
        rates[at] = active / Math.max(1, margins.inNiches().all(c) - ofNiche[position[c]]);
      }
    }
  }

  /** Rate of a candidate's engagements for each that others leave on a post of an author. */
  double rate(int slot, int author) {
    int c = margins.niches().of(author);
    return c < 0 ? 0 : rates[slot * niches + position[c]];
  }
}

package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Steps 2 to 4 from what creators do for each other, as far as it goes with the pairs that are
 * here. In: {@link HeldRow#AUTHOR}, {@link HeldRow#ACTOR}, {@link HeldRow#IN_NICHE}, {@link
 * HeldRow#NICHE}, {@link HeldRow#MUTUAL}, {@link HeldRow#MUTUAL_FAST}, {@link HeldRow#PAIR} and
 * {@link HeldRow#WHOLE_CREATOR}. Out: {@link HeldRow#WHOLE_CREATOR} of those whose pairs it asks
 * for; once it asks for none, {@link HeldRow#POD}. Cost: some 100 bytes a pair.
 */
public final class PodFinder extends GatheredTask {
  private static final long serialVersionUID = 1L;

  private final CrawlTotals totals;

  public PodFinder(String platform, long most, CrawlTotals totals) {
    super(platform, most);
    this.totals = totals;
  }

  @Override
  Iterator<Row> of(GatheredRows gathered) {
    GatheredCrawl crawl = new GatheredCrawl(gathered, totals);
    long[] keys = crawl.events().accountKeys();
    Needs needs = crawl.needs();
    List<int[]> pods = in(crawl, needs).pods();
    List<Row> found = new ArrayList<>();
    for (int u : needs.missingCreators()) {
      found.add(HeldRow.of(HeldRow.WHOLE_CREATOR, keys[u], 0));
    }
    if (!found.isEmpty()) {
      return found.iterator();
    }
    int pod = 0;
    for (int[] members : pods) {
      for (int member : members) {
        found.add(HeldRow.of(HeldRow.POD, keys[member], pod));
      }
      pod++;
    }
    return found.iterator();
  }

  static PodSearch.FoundPods in(GatheredCrawl crawl, Needs needs) {
    return PodSearch.in(
        crawl.events(),
        crawl.sums().all(crawl.margins()),
        crawl.sums()::fast,
        needs,
        CoordinationMethod.DEFAULT);
  }
}

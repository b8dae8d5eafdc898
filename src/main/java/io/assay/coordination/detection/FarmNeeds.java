package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Step 6 as far as it goes with the events that are here: which accounts, posts and authors it asks
 * for that are not. Once it asks for nothing more, what is here says the same as the whole crawl.
 * In: all of {@link HeldRow} but names. Out: {@link HeldRow#WHOLE_ACCOUNT}, {@link
 * HeldRow#WHOLE_POST} and {@link HeldRow#WHOLE_AUTHOR}, no row of what is here.
 */
public final class FarmNeeds extends GatheredTask {
  private static final long serialVersionUID = 1L;

  private final CrawlTotals totals;

  public FarmNeeds(String platform, long most, CrawlTotals totals) {
    super(platform, most);
    this.totals = totals;
  }

  @Override
  Iterator<Row> of(GatheredRows gathered) {
    GatheredCrawl crawl = new GatheredCrawl(gathered, totals);
    Needs needs = crawl.needs();
    List<int[]> pods = crawl.pods();
    pods.forEach(needs::accounts);
    List<FarmRefinement.Refined> farms = farms(crawl, pods, needs);
    if (needs.met()) {
      HubCheck hubs =
          new HubCheck(crawl.events(), crawl.follows(), CoordinationMethod.DEFAULT.hub());
      farms.forEach(farm -> needs.postsOf(hubs.nearest(farm.members())));
    }
    long[] accounts = crawl.events().accountKeys();
    long[] posts = crawl.events().posts().key();
    List<Row> missing = new ArrayList<>();
    for (int u : needs.missingAccounts()) {
      missing.add(HeldRow.of(HeldRow.WHOLE_ACCOUNT, accounts[u], 0));
    }
    for (int p : needs.missingPosts()) {
      missing.add(HeldRow.of(HeldRow.WHOLE_POST, posts[p], 0));
    }
    for (int v : needs.missingAuthors()) {
      missing.add(HeldRow.of(HeldRow.WHOLE_AUTHOR, accounts[v], 0));
    }
    return missing.iterator();
  }

  static List<FarmRefinement.Refined> farms(GatheredCrawl crawl, List<int[]> pods, Needs needs) {
    FarmRefinement refinement =
        new FarmRefinement(
            crawl.events(), crawl.margins(), CoordinationMethod.DEFAULT.farms(), needs);
    return FarmSearch.refined(crawl.starts(), refinement, pods);
  }
}

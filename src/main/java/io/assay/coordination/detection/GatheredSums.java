package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * Sums over a whole platform, by the numbers of those accounts, posts and niches that a process
 * knows of.
 */
final class GatheredSums {
  private static final int ALL = 0;
  private static final int FAST = 1;
  private static final int POSTS = 2;
  private static final int SQUARES = 2;

  private final GatheredRows rows;
  private final CrawlTotals totals;
  private final KeyNumbers numbers;
  private final int accounts;
  private final int authors;
  private final Niches niches;

  GatheredSums(GatheredRows rows, CrawlTotals totals, KeyNumbers numbers, int accounts) {
    this.rows = rows;
    this.totals = totals;
    this.numbers = numbers;
    this.accounts = accounts;
    this.authors = rows.of(HeldRow.AUTHOR).size();
    this.niches = niches();
  }

  private Niches niches() {
    int[] niche = new int[authors];
    HeldColumns of = rows.of(HeldRow.AUTHOR);
    int[] author = of.of(numbers);
    for (int i = 0; i < author.length; i++) {
      niche[author[i]] = (int) of.other(i);
    }
    return new Niches(niche);
  }

  /** Sums over all events. */
  Margins margins(int[] byPost) {
    return new Margins(
        byAccount(HeldRow.ACTOR, ALL, accounts),
        byAccount(HeldRow.AUTHOR, ALL, authors),
        byPost,
        totals.events(),
        totals.actors(),
        niches,
        inNiches(ALL));
  }

  /** Sums over the fastest events, of creators alone; null where no time is known. */
  PodSearch.CreatorActs fast() {
    if (totals.fast() == 0) {
      return null;
    }
    Margins margins =
        new Margins(
            byAccount(HeldRow.ACTOR, FAST, accounts),
            byAccount(HeldRow.AUTHOR, FAST, authors),
            new int[0],
            totals.fast(),
            0,
            niches,
            inNiches(FAST));
    return new PodSearch.CreatorActs(pairs(FAST), improbable(HeldRow.MUTUAL_FAST), margins);
  }

  /** Posts of each author. */
  int[] postsOf() {
    return byAccount(HeldRow.AUTHOR, POSTS, authors);
  }

  private int[] byAccount(int sort, int which, int size) {
    HeldColumns of = rows.of(sort);
    int[] account = of.of(numbers);
    int[] sums = new int[size];
    for (int i = 0; i < account.length; i++) {
      sums[account[i]] = (int) of.number(which, i);
    }
    return sums;
  }

  private NicheCounts inNiches(int which) {
    HeldColumns of = rows.of(HeldRow.IN_NICHE);
    int[] actor = of.of(numbers);
    int[] niche = of.others();
    int[] counts = of.counts(which);
    int[] order = Starts.byTwo(actor, accounts, niche, niches.count());
    return NicheCounts.ofCounts(
        accounts, at(actor, order), at(niche, order), at(counts, order), ofNiche(which));
  }

  private long[] ofNiche(int which) {
    HeldColumns of = rows.of(HeldRow.NICHE);
    long[] all = new long[niches.count()];
    for (int i = 0; i < of.size(); i++) {
      all[(int) of.key(i)] = of.number(which, i);
    }
    return all;
  }

  SharedByChance byChance(Margins margins) {
    double[] squares = Arrays.stream(ofNiche(SQUARES)).asDoubleStream().toArray();
    return new SharedByChance(margins, totals.squares(), squares);
  }

  /** What creators do, over all events. */
  PodSearch.CreatorActs all(Margins margins) {
    return new PodSearch.CreatorActs(pairs(ALL), improbable(HeldRow.MUTUAL), margins);
  }

  private Reciprocated improbable(int sort) {
    HeldColumns of = rows.of(sort);
    int[] actor = of.of(numbers);
    int[] author = of.ofOther(numbers);
    int[] order = Starts.byTwo(actor, authors, author, authors);
    return Reciprocated.ofCounts(
        authors, at(actor, order), at(author, order), at(of.counts(0), order));
  }

  private CreatorPairs pairs(int which) {
    HeldColumns of = rows.of(HeldRow.PAIR);
    int[] actor = of.of(numbers);
    int[] author = of.ofOther(numbers);
    int[] counts = of.counts(which);
    int[] order =
        Arrays.stream(Starts.byTwo(actor, authors, author, authors))
            .filter(i -> counts[i] > 0)
            .toArray();
    return CreatorPairs.ofCounts(authors, at(actor, order), at(author, order), at(counts, order));
  }

  private static int[] at(int[] values, int[] order) {
    int[] sorted = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      sorted[i] = values[order[i]];
    }
    return sorted;
  }
}

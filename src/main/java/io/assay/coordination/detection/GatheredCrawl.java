package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a process knows of a platform whose events are too many for it: those that may matter, by
 * numbers, and sums over all.
 */
final class GatheredCrawl {
  private final GatheredRows rows;
  private final long[] keys;
  private final KeyNumbers numbers;
  private final KeyNumbers postNumbers;
  private final Events events;
  private final GatheredSums sums;
  private final Margins margins;

  GatheredCrawl(GatheredRows rows, CrawlTotals totals) {
    this.rows = rows;
    keys = rows.accountKeys();
    numbers = new KeyNumbers(keys);
    sums = new GatheredSums(rows, totals, numbers, keys.length);
    HeldColumns of = rows.of(HeldRow.POST);
    int[] author = of.ofOther(numbers);
    int[] order =
        IntStream.range(0, of.size())
            .boxed()
            .sorted(Comparator.<Integer>comparingInt(i -> author[i]).thenComparingLong(of::key))
            .mapToInt(i -> i)
            .toArray();
    long[] postKeys = Arrays.stream(order).mapToLong(of::key).toArray();
    postNumbers = new KeyNumbers(postKeys);
    KnownPosts posts =
        new KnownPosts(
            Arrays.stream(order).map(i -> author[i]).toArray(),
            postKeys,
            Arrays.stream(order).mapToLong(i -> publishedAt(of.number(0, i))).toArray());
    events = events(posts);
    margins = sums.margins(Arrays.stream(order).map(i -> (int) of.number(1, i)).toArray());
  }

  private static long publishedAt(long second) {
    return second == HeldColumns.UNKNOWN ? KnownPosts.UNKNOWN : second;
  }

  private Events events(KnownPosts posts) {
    int[] postsOf = sums.postsOf();
    EventsBuilder builder = new EventsBuilder(keys, postsOf.length, posts);
    HeldColumns of = rows.of(HeldRow.EVENT);
    for (int i = 0; i < of.size(); i++) {
      int actor = numbers.of(of.key(i));
      int post = postNumbers.of(of.other(i));
      int delay = (int) of.number(0, i);
      boolean comment = (of.number(1, i) & Events.COMMENT) != 0;
      boolean stock = (of.number(1, i) & Events.STOCK) != 0;
      if (delay == Events.UNTIMED) {
        builder.add(actor, post, comment, stock);
      } else {
        builder.addTimed(actor, post, delay, comment, stock);
      }
    }
    return builder.build(postsOf);
  }

  Events events() {
    return events;
  }

  GatheredSums sums() {
    return sums;
  }

  Margins margins() {
    return margins;
  }

  /** First visitors of what may be farms, by core. */
  List<int[]> starts() {
    return lists(HeldRow.VISIT);
  }

  /** Members of pods that were found, in the order in which they were. */
  List<int[]> pods() {
    return lists(HeldRow.POD);
  }

  private List<int[]> lists(int sort) {
    HeldColumns of = rows.of(sort);
    int[] account = of.of(numbers);
    TreeMap<Long, IntList> found = new TreeMap<>();
    for (int i = 0; i < account.length; i++) {
      found.computeIfAbsent(of.other(i), list -> new IntList()).add(account[i]);
    }
    return found.values().stream().map(list -> Sets.of(list.toArray())).toList();
  }

  Follows follows() {
    HeldColumns of = rows.of(HeldRow.FOLLOW);
    int[] follower = of.of(numbers);
    int[] author = of.ofOther(numbers);
    int[] known =
        IntStream.range(0, follower.length)
            .filter(i -> author[i] != KeyNumbers.NONE && author[i] < events.authors())
            .filter(i -> follower[i] != KeyNumbers.NONE)
            .toArray();
    return new Follows(
        Arrays.stream(known).map(i -> follower[i]).toArray(),
        Arrays.stream(known).map(i -> author[i]).toArray(),
        keys.length);
  }

  Needs needs() {
    return new Needs(
        held(HeldRow.WHOLE_CREATOR, numbers),
        held(HeldRow.WHOLE_ACCOUNT, numbers),
        held(HeldRow.WHOLE_POST, postNumbers),
        held(HeldRow.WHOLE_AUTHOR, numbers));
  }

  private BitSet held(int sort, KeyNumbers numbersOf) {
    BitSet held = new BitSet();
    Arrays.stream(rows.of(sort).of(numbersOf))
        .filter(number -> number != KeyNumbers.NONE)
        .forEach(held::set);
    return held;
  }

  /** The same as the rows of tables are made of. */
  PlatformCrawl named(LockstepRules lockstep) {
    SharedObjects shares = rows.shares().build(keys, numbers, lockstep);
    return new PlatformCrawl(
        Arrays.stream(keys).mapToObj(rows::account).toList(),
        Arrays.stream(events.posts().key()).mapToObj(rows::postId).toList(),
        events,
        follows(),
        rows.stock(numbers, postNumbers),
        shares,
        rows.shares().objectIds(),
        rows.nichesBefore().build(numbers),
        rows.membersBefore().build(numbers));
  }
}

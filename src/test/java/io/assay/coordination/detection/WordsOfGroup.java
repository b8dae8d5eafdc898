package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Groups of which the words of a test are made: what they are like is written down. */
final class WordsOfGroup {
  private static final double MILLION_NATS = 6 * Math.log(10);

  private WordsOfGroup() {}

  /** Signs that say nothing, of which a test replaces some. */
  static GroupSigns signs(
      Unevenness unevenness, Synchrony synchrony, StockShare stock, double probability) {
    return new GroupSigns(
        unevenness,
        synchrony,
        new DelaySpread(1, 100, false),
        stock,
        TieStrength.NONE,
        100,
        probability);
  }

  /** A pod whose members each do what one in a million would. */
  static CoordinatedGroup pod(int members, Latency latency, GroupSigns signs, Verdict verdict) {
    int[] accounts = IntStream.range(0, members).toArray();
    List<PodStanding> standings =
        Arrays.stream(accounts)
            .mapToObj(u -> new PodStanding(u, 3, 3, MILLION_NATS - 5, 5, 1, 1))
            .toList();
    GroupShape shape = new GroupShape(0.56, 0.98, latency, 0, 1);
    return new CoordinatedGroup(
        GroupKind.POD,
        accounts,
        accounts,
        List.of(),
        standings,
        List.of(),
        shape,
        signs,
        Hub.NONE,
        verdict);
  }

  /** A farm of five that hits three posts of each of the authors 10, 11 and 12. */
  static CoordinatedGroup farm(Latency latency, GroupSigns signs, Hub hub, Verdict verdict) {
    int[] accounts = {0, 1, 2, 3, 4};
    HitWindow any = new HitWindow(0, Double.POSITIVE_INFINITY, 0, 1);
    List<Hit> hits =
        IntStream.range(0, 9).mapToObj(p -> new Hit(p, 10 + p / 3, 5, 0.1, any)).toList();
    List<FarmStanding> standings =
        Arrays.stream(accounts).mapToObj(u -> new FarmStanding(u, 9, 3, MILLION_NATS)).toList();
    return new CoordinatedGroup(
        GroupKind.FARM,
        accounts,
        new int[] {10, 11, 12},
        hits,
        List.of(),
        standings,
        new GroupShape(1, Double.NaN, latency, 0, 1),
        signs,
        hub,
        verdict);
  }
}

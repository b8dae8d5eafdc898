package io.assay.coordination.detection;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@code jobs/bench --only shares}: how long rings of several sizes take to be found among people,
 * how much of them is, and who is besides. Ten thousand people share twenty objects each, few of
 * which are shared often, within days; two thousand of them pass on four headlines within a minute.
 * A ring shares a hundred links of its own within fifty seconds each, and five people do later. One
 * thread, without a lake.
 */
public final class LockstepBench {
  private static final int PEOPLE = 10_000;
  private static final int EACH = 20;
  private static final int OBJECTS = 5_000;
  private static final int HEADLINES = 4;
  private static final int READERS = 2_000;
  private static final int LINKS = 100;
  private static final int LATER = 5;
  private static final double DAY = 86_400;
  private static final double SECONDS_BAR = 15;
  private static final double NANOS = 1e9;

  private LockstepBench() {}

  private record Cost(double clock, double cpu) {}

  /** Prints a line a size; true if rings are found whole, nobody else is, and none takes long. */
  public static boolean run(List<Long> rings, int repeat) {
    System.out.println("| ring | shares | pairs | s | cpu s | bar | found | false |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    boolean acceptable = true;
    for (long ring : rings) {
      acceptable &= measure(Math.toIntExact(ring), repeat);
    }
    System.out.printf(
        "median of %d; found: members of the ring in accepted groups; false: people in these%n",
        repeat);
    return acceptable;
  }

  private static boolean measure(int ring, int repeat) {
    SharedObjects shares = made(ring);
    Cost[] costs = new Cost[repeat];
    Lockstep found = null;
    for (int i = 0; i < repeat; i++) {
      long clock = System.nanoTime();
      long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      found = SmallShares.found(shares);
      costs[i] =
          new Cost(
              (System.nanoTime() - clock) / NANOS,
              (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / NANOS);
    }
    double clock = median(Arrays.stream(costs).mapToDouble(Cost::clock).toArray());
    double cpu = median(Arrays.stream(costs).mapToDouble(Cost::cpu).toArray());
    Set<Integer> accepted =
        found.groups().stream()
            .filter(LockstepGroup::accepted)
            .flatMapToInt(g -> IntStream.of(g.accounts()))
            .boxed()
            .collect(Collectors.toSet());
    long members = accepted.stream().filter(u -> u >= PEOPLE).count();
    long people = accepted.size() - members;
    boolean acceptable = members == ring && people == 0 && cpu <= SECONDS_BAR;
    System.out.printf(
        Locale.ROOT,
        "| %,d | %,d | %,d | %.1f | %.1f | %.0f | %,d | %,d |%s%n",
        ring,
        PEOPLE * EACH + HEADLINES * READERS + LINKS * (ring + LATER),
        found.pairs().size(),
        clock,
        cpu,
        SECONDS_BAR,
        members,
        people,
        acceptable ? "" : "  OVER THE BAR");
    return acceptable;
  }

  private static SharedObjects made(int ring) {
    SmallShares shares = new SmallShares(PEOPLE + ring, OBJECTS + HEADLINES + LINKS);
    for (int u = 0; u < PEOPLE; u++) {
      for (int i = 0; i < EACH; i++) {
        long draw = StableHash.ofPair(u, i);
        int o = (int) (OBJECTS * Math.pow(uniform(draw, 1), 3));
        shares.shares(u, o, 600 * o - DAY * Math.log(uniform(draw, 2)));
      }
    }
    for (int h = 0; h < HEADLINES; h++) {
      for (int u = 0; u < READERS; u++) {
        shares.shares(u, OBJECTS + h, DAY * h + 60 * uniform(StableHash.ofPair(u, h), 3));
      }
    }
    for (int l = 0; l < LINKS; l++) {
      int o = OBJECTS + HEADLINES + l;
      for (int u = PEOPLE; u < PEOPLE + ring; u++) {
        shares.shares(u, o, 5_000 * l + 50 * uniform(StableHash.ofPair(u, o), 4));
      }
      for (int i = 0; i < LATER; i++) {
        long draw = StableHash.ofPair(o, i);
        shares.shares((int) (PEOPLE * uniform(draw, 5)), o, 5_000 * l + DAY * uniform(draw, 6));
      }
    }
    return shares.build();
  }

  private static double uniform(long draw, int salt) {
    return StableHash.uniform(StableHash.of(draw, salt));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return (values[values.length / 2] + values[(values.length - 1) / 2]) / 2;
  }
}

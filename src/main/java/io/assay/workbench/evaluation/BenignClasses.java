package io.assay.workbench.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How many genuine accounts are flagged, of all and of each class: fan clubs, giveaways, brands and
 * what else looks like fraud and is none. An account of several classes counts in each.
 *
 * @param sample the accounts
 * @param flags which of them are flagged
 * @param classes names of the classes, in the order of their bits
 * @param bootstrap intervals
 */
record BenignClasses(Sample sample, Flags flags, List<String> classes, Bootstrap bootstrap) {

  List<Result> results() {
    List<Result> results = new ArrayList<>();
    results.addAll(of(Part.WHOLE, i -> true));
    for (int bit = 0; bit < classes.size(); bit++) {
      long mask = 1L << bit;
      IntPredicate inClass = i -> (sample.classes()[i] & mask) != 0;
      if (IntStream.range(0, sample.size()).anyMatch(i -> isGenuine(i) && inClass.test(i))) {
        results.addAll(of(Part.ofClass(classes.get(bit)), inClass));
      }
    }
    return results;
  }

  private boolean isGenuine(int account) {
    return !sample.positive()[account];
  }

  /** The share that is flagged, and how many these are. */
  private List<Result> of(Part part, IntPredicate inClass) {
    int[] accounts =
        IntStream.range(0, sample.size()).filter(i -> isGenuine(i) && inClass.test(i)).toArray();
    Tally.Members members = Tally.Members.of(sample, accounts);
    Tally whole = Tally.of(sample, members, flags, null);
    List<Result> results =
        List.of(
            result(Metrics.FALSE_FLAG_RATE, part, whole.falseFlagRate(), accounts.length),
            result(Metrics.FALSE_FLAGS, part, whole.flaggedNegatives(), accounts.length));
    double[][] replicates =
        IntStream.range(0, bootstrap.replicates())
            .parallel()
            .mapToObj(r -> Tally.of(sample, members, flags, bootstrap.replicate(r)))
            .map(t -> new double[] {t.falseFlagRate(), t.flaggedNegatives()})
            .toArray(double[][]::new);
    return RankedColumn.intervals(results, replicates, bootstrap);
  }

  private static Result result(String metric, Part part, double value, long n) {
    return Result.of(metric, Result.LABELLED, part, value, n, 0, "no genuine account");
  }
}

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
    results.add(of(Part.ALL, i -> true));
    for (int bit = 0; bit < classes.size(); bit++) {
      long mask = 1L << bit;
      IntPredicate inClass = i -> (sample.classes()[i] & mask) != 0;
      if (IntStream.range(0, sample.size()).anyMatch(i -> isGenuine(i) && inClass.test(i))) {
        results.add(of(classes.get(bit), inClass));
      }
    }
    return results;
  }

  private boolean isGenuine(int account) {
    return !sample.positive()[account];
  }

  private Result of(String name, IntPredicate inClass) {
    int[] accounts =
        IntStream.range(0, sample.size()).filter(i -> isGenuine(i) && inClass.test(i)).toArray();
    Tally.Members members = Tally.Members.of(sample, accounts);
    double rate = Tally.of(sample, members, flags, null).falseFlagRate();
    Result result =
        Result.of(
                Metrics.FALSE_FLAG_RATE,
                Result.LABELLED,
                Part.WHOLE,
                rate,
                accounts.length,
                0,
                "no genuine account")
            .ofClass(name);
    double[] replicates =
        IntStream.range(0, bootstrap.replicates())
            .parallel()
            .mapToObj(r -> Tally.of(sample, members, flags, bootstrap.replicate(r)))
            .mapToDouble(Tally::falseFlagRate)
            .toArray();
    return result.within(bootstrap.interval(replicates));
  }
}

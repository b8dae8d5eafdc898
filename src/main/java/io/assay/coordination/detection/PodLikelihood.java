package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * Step 4: the likelihoods of one account after the other in one round. By chance u engages v at the
 * rate (activity of u outside the group + 1) x (engagements of v from outside) / (events outside),
 * or the same within the niche of v, the larger; a member does so at an additional rate, half of
 * what the other members do. Cost of an account: its pairs with creators, and the members.
 */
final class PodLikelihood {
  private final PodCircle pod;
  private final CreatorPairs pairs;
  private final Margins margins;
  private final int[] postsOf;
  private final PodRules rules;

  /** What the account gives to each member and takes from it. */
  private final int[] out;

  private final int[] in;

  /**
   * By niche: engagements of its members from outside, and what the account does there outside the
   * pod.
   */
  private final long[] nicheTaken;

  private final long[] nicheOfAccount;

  PodLikelihood(PodCircle pod, CreatorPairs pairs, Margins margins, int[] postsOf, PodRules rules) {
    this.pod = pod;
    this.pairs = pairs;
    this.margins = margins;
    this.postsOf = postsOf;
    this.rules = rules;
    out = new int[pod.size()];
    in = new int[pod.size()];
    nicheTaken = new long[margins.niches().count()];
    nicheOfAccount = new long[nicheTaken.length];
    for (int i = 0; i < pod.size(); i++) {
      int c = margins.niches().of(pod.members[i]);
      if (c >= 0) {
        nicheTaken[c] += pod.fromOutside[i];
      }
    }
  }

  PodStanding of(int account) {
    read(account);
    int at = Arrays.binarySearch(pod.members, account);
    int others = pod.size() - (at >= 0 ? 1 : 0);
    int given = Arrays.stream(out).sum();
    int taken = Arrays.stream(in).sum();
    double reaches = Arrays.stream(out).filter(e -> e > 0).count();
    double reached = Arrays.stream(in).filter(e -> e > 0).count();
    return new PodStanding(
        account,
        given,
        taken,
        outwards(account, at, given),
        inwards(account, at, taken),
        reaches / Math.max(1, others),
        reached / Math.max(1, others));
  }

  private void read(int account) {
    Arrays.fill(out, 0);
    Arrays.fill(in, 0);
    for (int k = pairs.firstOut(account); k < pairs.endOut(account); k++) {
      int i = Arrays.binarySearch(pod.members, pairs.to(k));
      if (i >= 0) {
        out[i] = pairs.given(k);
      }
    }
    for (int k = pairs.firstIn(account); k < pairs.endIn(account); k++) {
      int i = Arrays.binarySearch(pod.members, pairs.from(k));
      if (i >= 0) {
        in[i] = pairs.taken(k);
      }
    }
    Arrays.fill(nicheOfAccount, 0);
    margins.inNiches().addTo(nicheOfAccount, 0, account);
    for (int i = 0; i < pod.size(); i++) {
      int c = margins.niches().of(pod.members[i]);
      if (c >= 0) {
        nicheOfAccount[c] -= out[i];
      }
    }
  }

  private double outwards(int account, int at, int given) {
    double active = margins.byActor()[account] - given + 1.0;
    double sum = 0;
    for (int i = 0; i < pod.size(); i++) {
      if (i == at) {
        continue;
      }
      double rho =
          at >= 0
              ? rules.dilution() * (pod.taken[i] - out[i]) / Math.max(1, pod.size() - 2)
              : rules.dilution() * pod.taken[i] / Math.max(1, pod.size() - 1);
      double chance = out[i] == 0 ? 0 : chanceOut(i, active);
      sum += nats(out[i], rho, chance);
    }
    return sum;
  }

  private double chanceOut(int i, double active) {
    double everywhere = active * pod.fromOutside[i] / Math.max(1, pod.eventsOutside);
    int c = margins.niches().of(pod.members[i]);
    double inNiche = 0;
    if (c >= 0) {
      long events = Math.max(1, Math.max(pod.eventsOutsideByNiche[c], nicheTaken[c]));
      inNiche = (nicheOfAccount[c] + 1.0) * pod.fromOutside[i] / events;
    }
    return Math.max(MutualNull.LEAST, Math.max(everywhere, inNiche));
  }

  private double inwards(int account, int at, int taken) {
    double fromOutside = Math.max(0, margins.byAuthor()[account] - taken);
    double sum = 0;
    for (int i = 0; i < pod.size(); i++) {
      if (i == at) {
        continue;
      }
      long posts = pod.allPosts - pod.posts[i] - (at >= 0 ? postsOf[account] : 0);
      double aPost = (pod.given[i] - (at >= 0 ? in[i] : 0)) / (double) Math.max(1, posts);
      double rho = rules.dilution() * aPost * postsOf[account];
      double chance = in[i] == 0 ? 0 : chanceIn(account, i, fromOutside);
      sum += nats(in[i], rho, chance);
    }
    return sum;
  }

  private double chanceIn(int account, int i, double fromOutside) {
    int member = pod.members[i];
    double active = margins.byActor()[member] - pod.given[i] + 1.0;
    double everywhere =
        active * fromOutside / Math.max(1, Math.max(pod.eventsOutside, fromOutside));
    int c = margins.niches().of(account);
    double inNiche = 0;
    if (c >= 0) {
      double events = Math.max(1, Math.max(pod.eventsOutsideByNiche[c], fromOutside));
      inNiche = (pod.outsideInNiche(i, c) + 1.0) * fromOutside / events;
    }
    return Math.max(MutualNull.LEAST, Math.max(everywhere, inNiche));
  }

  /**
   * What one pair says: Poisson counts of rate chance + rho against chance alone, tempered where
   * many are expected, and bounded.
   */
  private double nats(int posts, double rho, double chance) {
    double ratio = posts == 0 ? 0 : posts * Math.log1p(rho / chance);
    double weight = rho > rules.tempered() ? rules.tempered() / rho : 1;
    return Math.min(rules.mostOfPair(), weight * (ratio - rho));
  }
}

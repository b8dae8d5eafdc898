package io.assay.reporting.html.model;

import java.util.List;

/**
 * The answer: how many accounts are trusted, doubted or not assessable.
 *
 * @param bands by platform and follower band, in the order of their followers, the unknown last
 * @param kinds by kind of fraud
 * @param flagAtLeast likelihood from which an account is doubted, 0-1
 */
public record VerdictFacts(List<BandVerdicts> bands, List<KindVerdicts> kinds, double flagAtLeast) {

  /**
   * @param platform in lower case
   * @param band follower band; null where followers are unknown
   * @param trusted assessed and not doubted
   * @param doubted flagged
   * @param notAssessable neither
   */
  public record BandVerdicts(
      String platform, String band, long trusted, long doubted, long notAssessable) {

    public long accounts() {
      return trusted + doubted + notAssessable;
    }
  }

  /**
   * @param kind name in tables
   * @param about the claim in words
   * @param doubted doubted accounts of which this kind is the likeliest
   * @param assessed accounts whose likelihood of it is known
   * @param notAssessed the others
   */
  public record KindVerdicts(
      String kind, String about, long doubted, long assessed, long notAssessed) {}

  public long accounts() {
    return bands.stream().mapToLong(BandVerdicts::accounts).sum();
  }

  public long trusted() {
    return bands.stream().mapToLong(BandVerdicts::trusted).sum();
  }

  public long doubted() {
    return bands.stream().mapToLong(BandVerdicts::doubted).sum();
  }

  public long notAssessable() {
    return bands.stream().mapToLong(BandVerdicts::notAssessable).sum();
  }

  public List<String> platforms() {
    return bands.stream().map(BandVerdicts::platform).distinct().toList();
  }

  public List<BandVerdicts> of(String platform) {
    return bands.stream().filter(b -> b.platform().equals(platform)).toList();
  }
}

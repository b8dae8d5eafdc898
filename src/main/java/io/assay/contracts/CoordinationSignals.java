package io.assay.contracts;

import static io.assay.contracts.Family.COORDINATION;

import java.util.List;

/** How much of what an account does is done together with others. */
final class CoordinationSignals {
  private static final String NEEDS = "it engaged no crawled post of others";

  static final List<Signal> ALL =
      List.of(
          Signal.named("mutual_pair_share", COORDINATION, SignalInput.COORDINATION)
              .high(
                  "gives {value} of its engagements to creators who engage it back more often than"
                      + " chance explains")
              .called("{value} of its engagements in exchanges beyond chance")
              .is(
                  "of the crawled posts of others that it engaged those of creators with whom the"
                      + " exchange is improbable in both directions, fellow members of a group that"
                      + " was not accepted left out",
                  Field.SHARE,
                  "coordination.mutual_pair_share")
              .needs(NEEDS)
              .benign("friends and colleagues; a small scene in which everybody knows everybody")
              .because(
                  "pods engage each other by agreement (Weerasinghe et al., The Pod People, WWW"
                      + " 2020)")
              .build(),
          Signal.named("farm_hit_share", COORDINATION, SignalInput.COORDINATION)
              .high(
                  "{value} of its engagements are its part in what a group of accounts does to the same posts")
              .called("{value} of its engagements as part of a farm")
              .is(
                  "of the crawled posts of others that it engaged those that it hit as a member of"
                      + " an accepted farm",
                  Field.SHARE,
                  "coordination.farm_hit_share")
              .needs(NEEDS)
              .benign("a hijacked account that lives on; an employee of an agency")
              .because(
                  "accounts that sell engagement act in groups on the same posts (Beutel et al.,"
                      + " CopyCatch, WWW 2013)")
              .build());

  private CoordinationSignals() {}
}

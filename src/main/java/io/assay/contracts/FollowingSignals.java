package io.assay.contracts;

import static io.assay.contracts.Family.FOLLOWING;

import java.util.List;

/** How whom an account follows changes. */
final class FollowingSignals {
  private static final String CAMPAIGN =
      "accounts that follow to be followed back add dozens a day and leave again who does not;"
          + " Twitter's rules forbid both as aggressive following and follow churn";
  private static final String CRAWL = "a page of the crawl that was misread";

  static final List<Signal> ALL =
      List.of(
          following("followings_per_day")
              .high("follows {value account} more from day to day")
              .called("{value more account} followed each day")
              .none("a number of followed accounts that does not grow")
              .is(
                  "median over the steps of its followings' history of the accounts followed more,"
                      + " a day",
                  "accounts/day",
                  "growth.followings_per_day")
              .benign("a new account that looks for its friends; " + CRAWL)
              .because(CAMPAIGN)
              .build(),
          following("followings_churn")
              .high(
                  "follows and leaves again: what came and went is {value} times the most it"
                      + " followed")
              .called("followings that rose and fell by {value} times their peak")
              .none("followings that only rose or only fell")
              .is(
                  "(sum of the changes of its followings, up and down, - what remains of them from"
                      + " first to last) / the most it followed: 0 = only up or only down",
                  "followings/followings",
                  "growth.followings_churn")
              .benign("somebody who tidies up; " + CRAWL)
              .because(CAMPAIGN)
              .build());

  private FollowingSignals() {}

  /** A gap, not a rank, tells who follows by program: the few who do are beyond everybody. */
  private static SignalBuilder following(String name) {
    return Signal.named(name, FOLLOWING, SignalInput.FOLLOWINGS)
        .byMagnitude()
        .needs("its followings are unknown");
  }
}

package io.assay.workbench.worlds;

import io.assay.settings.Section;
import java.io.Serializable;
import java.util.Arrays;

/**
 * @param platform of all accounts
 * @param accounts how many
 * @param creators share of accounts that publish
 * @param niches communities
 * @param days of posts and interactions before the crawl
 */
record Population(PlatformProfile platform, int accounts, double creators, int niches, int days)
    implements Serializable {

  static final int MAX_ACCOUNTS = 2_000_000;

  static Population read(Section s) {
    String platform =
        s.oneOf("platform", Arrays.stream(PlatformProfile.values()).map(p -> p.id()).toList());
    Population read =
        new Population(
            Arrays.stream(PlatformProfile.values())
                .filter(p -> p.id().equals(platform))
                .findFirst()
                .orElseThrow(),
            (int) s.integer("accounts", 1, MAX_ACCOUNTS),
            s.decimal("creators", 0, 1),
            (int) s.integer("niches", 1, 100_000),
            (int) s.integer("days", 7, 365));
    if (read.creatorCount() == 0) {
      s.problem(
          "creators",
          Double.toString(read.creators),
          "a share that makes at least one creator of population.accounts = " + read.accounts);
    }
    s.end();
    return read;
  }

  int creatorCount() {
    return (int) Math.round(creators * accounts);
  }
}

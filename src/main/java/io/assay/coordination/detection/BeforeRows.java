package io.assay.coordination.detection;

import io.assay.coordination.detection.PlatformCrawl.Named;
import io.assay.coordination.detection.PlatformCrawl.NamesBefore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers what another day called its groups or niches, in whatever order it comes. */
final class BeforeRows {
  private final LongList accounts = new LongList();
  private final LongList since = new LongList();
  private final List<String> names = new ArrayList<>();

  /**
   * @param knownSince day since 1970
   */
  void add(long account, String name, long knownSince) {
    accounts.add(account);
    names.add(name);
    since.add(knownSince);
  }

  NamesBefore build(KeyNumbers numbers) {
    IntList account = new IntList();
    List<String> name = new ArrayList<>();
    Map<String, Named> groups = new TreeMap<>();
    for (int i = 0; i < accounts.size(); i++) {
      groups.merge(
          names.get(i),
          new Named(1, since.get(i)),
          (a, b) -> new Named(a.size() + 1, Math.min(a.since(), b.since())));
      int number = numbers.of(accounts.get(i));
      if (number != KeyNumbers.NONE) {
        account.add(number);
        name.add(names.get(i));
      }
    }
    return new NamesBefore(account.toArray(), name, groups);
  }
}

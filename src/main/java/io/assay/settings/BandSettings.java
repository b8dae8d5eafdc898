package io.assay.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * Follower band schemes. Each scheme's bands are gapless intervals {@code [lower, upper)} from 0.
 *
 * @param defaultScheme the scheme of the account tables' {@code band} column
 * @param schemes all schemes, measured side by side
 */
public record BandSettings(String defaultScheme, List<Scheme> schemes) {

  /** A named division of the follower axis. */
  public record Scheme(String name, List<Band> bands) {}

  /**
   * @param name band name
   * @param lower least followers
   * @param upper followers from which the next band starts; null for the last band
   */
  public record Band(String name, long lower, Long upper) {}

  /** The scheme of the account tables' {@code band} column. */
  public Scheme defaultBands() {
    return schemes.stream()
        .filter(scheme -> scheme.name().equals(defaultScheme))
        .findFirst()
        .orElseThrow();
  }

  static BandSettings read(Section s) {
    Section named = s.section("schemes");
    List<Scheme> schemes = new ArrayList<>();
    for (String name : named.names()) {
      schemes.add(new Scheme(name, bands(named.section(name))));
    }
    named.end();
    if (schemes.isEmpty()) {
      s.problem("schemes", "empty", "at least one scheme");
      schemes.add(new Scheme("standard", List.of(new Band("all", 0, null))));
    }
    String chosen = s.oneOf("default_scheme", schemes.stream().map(Scheme::name).toList());
    s.end();
    return new BandSettings(chosen, List.copyOf(schemes));
  }

  /** A scheme is a mapping of band names to lower bounds, rising from 0. */
  private static List<Band> bands(Section s) {
    List<String> names = s.names();
    List<Long> lowers = names.stream().map(n -> s.integer(n, 0, Long.MAX_VALUE / 8)).toList();
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      boolean rises = i == 0 ? lowers.get(i) == 0 : lowers.get(i) > lowers.get(i - 1);
      if (!rises) {
        s.problem(
            names.get(i),
            lowers.get(i).toString(),
            i == 0 ? "0, where the first band starts" : "more than the band before");
      }
      bands.add(
          new Band(names.get(i), lowers.get(i), i + 1 < names.size() ? lowers.get(i + 1) : null));
    }
    if (bands.isEmpty()) {
      s.problem("", "no bands", "band names with their lower bounds, from 0");
    }
    s.end();
    return List.copyOf(bands);
  }
}

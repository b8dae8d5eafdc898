package io.assay.workbench.worlds;

import java.util.Map;

/** Languages by their position in {@link Vocabulary}, and the clocks of their countries. */
final class Languages {

  /** Countries of each language. */
  static final int COUNTRIES = Vocabulary.each(v -> v.countries);

  /** Hours ahead of UTC, where most people of the country live, in winter. */
  private static final Map<String, Integer> UTC_OFFSETS =
      Map.ofEntries(
          Map.entry("US", -5),
          Map.entry("GB", 0),
          Map.entry("CA", -5),
          Map.entry("AU", 10),
          Map.entry("NG", 1),
          Map.entry("PH", 8),
          Map.entry("ES", 1),
          Map.entry("MX", -6),
          Map.entry("AR", -3),
          Map.entry("CO", -5),
          Map.entry("CL", -4),
          Map.entry("PE", -5),
          Map.entry("BR", -3),
          Map.entry("PT", 0),
          Map.entry("AO", 1),
          Map.entry("IN", 5),
          Map.entry("NP", 6),
          Map.entry("ID", 7),
          Map.entry("MY", 8),
          Map.entry("EG", 2),
          Map.entry("SA", 3),
          Map.entry("AE", 4),
          Map.entry("MA", 1),
          Map.entry("IQ", 3),
          Map.entry("JO", 3),
          Map.entry("JP", 9),
          Map.entry("FR", 1),
          Map.entry("BE", 1),
          Map.entry("SN", 0),
          Map.entry("CI", 0),
          Map.entry("CH", 1));

  private static final Vocabulary[] ALL = Vocabulary.values();
  private static final double[] SHARES = Vocabulary.accountShares();

  private Languages() {}

  static Vocabulary vocabulary(int language) {
    return ALL[language];
  }

  /** A language, as frequent as among creators. */
  static int any(Rng rng) {
    return rng.choose(SHARES);
  }

  static int utcOffset(int language, int country) {
    return UTC_OFFSETS.get(ALL[language].countries.get(country));
  }
}

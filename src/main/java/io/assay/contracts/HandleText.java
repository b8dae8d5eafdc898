package io.assay.contracts;

/** How a handle looks, as SQL over {@code profile.handle}. */
final class HandleText {
  private static final String PLAIN = "lower(regexp_replace(profile.handle, '[._-]', ''))";

  /** y counts as a vowel: most words need it as one. */
  private static final String CONSONANTS =
      "length(array_join(regexp_extract_all(" + PLAIN + ", '([b-df-hj-np-tv-xz]{4,})', 1), ''))";

  private static final String SWITCHES =
      "size(regexp_extract_all(" + PLAIN + ", '([a-z](?=[0-9])|[0-9](?=[a-z]))', 1))";

  /** See the signal; null for other scripts. */
  static final String RANDOMNESS =
      "CASE WHEN "
          + PLAIN
          + " RLIKE '^[a-z0-9]+$' THEN ("
          + CONSONANTS
          + " + greatest("
          + SWITCHES
          + " - 1, 0)) / length("
          + PLAIN
          + ") END";

  private HandleText() {}
}

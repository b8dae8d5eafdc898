package io.assay.text;

/**
 * Cyrillic and Greek letters that look like Latin ones, and are written for these to get past
 * filters. Only where a run of letters mixes the scripts: a word wholly of one is what it is.
 *
 * <p>Unicode's own table (UTS 39, ICU's {@code SpoofChecker}) serves to compare two names, not to
 * read a text: it makes "rn" of m and l of I, and small capitals of к, м, н, т and в. Where it
 * gives another Latin letter than l, it agrees with this list; of the lunate sigma, which looks
 * like c, only the final sigma is left when a text comes here.
 */
final class Confusables {
  private static final String LIKE =
      "аеорсухіјѕһԁԛԝквмнтАВЕКМНОРСТУХІЈЅ" + "αεικνορτυχγηωΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "ѵүѡѴҮԜԌςϳ";
  private static final String LATIN =
      "aeopcyxijshdqwkbmhtABEKMHOPCTYXIJS" + "aeikvoptuxynwABEZHIKMNOPTYX" + "vywVYWGcj";

  private Confusables() {}

  /** A text with the letters that look like their Latin neighbours made what they look like. */
  static String fold(String text) {
    StringBuilder folded = null;
    int start = 0;
    boolean latin = false;
    boolean other = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetter(c)) {
        latin |= c < 0x0250;
        other |= mayLookLatin(c);
        continue;
      }
      if (latin && other) {
        folded = folded == null ? new StringBuilder(text) : folded;
        fold(folded, start, i);
      }
      start = i + 1;
      latin = false;
      other = false;
    }
    return folded == null ? text : folded.toString();
  }

  private static void fold(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      int at = mayLookLatin(text.charAt(i)) ? LIKE.indexOf(text.charAt(i)) : -1;
      if (at >= 0) {
        text.setCharAt(i, LATIN.charAt(at));
      }
    }
  }

  /** Greek, Cyrillic. */
  private static boolean mayLookLatin(char c) {
    return c >= 0x0370 && c < 0x0530;
  }
}

package io.assay.text;

/** Words made of letters one by one, without what is drawn out. */
final class WordBuilder {
  private static final int MOST_ALIKE_OF_UNSPACED = 2;

  private final StringBuilder words = new StringBuilder();
  private final int[] counts = new int[Letters.MARK + 1];
  private int wordCount;

  /** Where the word begins, and how many letters its part since the last pause has. */
  private int start;

  private int part;
  private int before;
  private int run;
  private int kind;

  void add(int c, int kindOfLetter) {
    if (kindOfLetter == Letters.MARK) {
      mark(c);
      return;
    }
    run = c == before ? run + 1 : 1;
    before = c;
    kind = kindOfLetter;
    if (kind == Letters.ALPHABETIC ? run > 1 : run > MOST_ALIKE_OF_UNSPACED) {
      if (run == MOST_ALIKE_OF_UNSPACED + 1 && kind != Letters.ALPHABETIC) {
        // Drawn out: the second of them goes too.
        takeBack(1);
      }
      return;
    }
    if (words.length() == start) {
      wordCount++;
    }
    words.appendCodePoint(c);
    counts[kind]++;
    part++;
    shortenPairs();
  }

  /** A vowel needs a letter to stand on; twice the same is a slip. */
  private void mark(int c) {
    if (words.length() > start && c != before) {
      words.appendCodePoint(c);
      counts[Letters.MARK]++;
      shortenPairs();
    }
    before = c;
    run = 1;
  }

  /** Takes the last pair from a word that ends like "hahaha". */
  private void shortenPairs() {
    int n = words.length();
    if (n - start >= 6 && areAlike(n - 2, n - 4) && areAlike(n - 2, n - 6)) {
      takeBack(2);
    }
  }

  private boolean areAlike(int pair, int other) {
    return words.charAt(pair) == words.charAt(other)
        && words.charAt(pair + 1) == words.charAt(other + 1);
  }

  private void takeBack(int letters) {
    for (int i = 0; i < letters; i++) {
      int last = words.codePointBefore(words.length());
      words.setLength(words.length() - Character.charCount(last));
      counts[Letters.kind(last)]--;
    }
  }

  /** Punctuation parts words, but not the single letters of "e.g." or "s-u-b". */
  void pause() {
    if (part > 1 || Letters.unspaced(kind)) {
      end();
    }
    part = 0;
  }

  /** Ends the word, if one has begun. */
  void end() {
    if (words.length() > start) {
      words.append(' ');
      start = words.length();
    }
    part = 0;
    before = 0;
    run = 0;
    kind = 0;
  }

  /** The words; to be asked after the {@linkplain #end end} of the last. */
  String text() {
    return words.substring(0, Math.max(0, words.length() - 1));
  }

  int count() {
    return wordCount;
  }

  LetterCounts counts() {
    return new LetterCounts(
        counts[Letters.ALPHABETIC],
        counts[Letters.HANGUL],
        counts[Letters.SYLLABIC],
        counts[Letters.HAN]);
  }
}

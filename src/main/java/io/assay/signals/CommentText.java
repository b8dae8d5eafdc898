package io.assay.signals;

/**
 * What one comment is like. Texts are measured up to their first {@value #MOST} characters.
 *
 * @param flags bits of the constants
 * @param words words besides mentions and links; two ideographs are taken as one
 * @param exactKey hash of the normalised text (see {@link NormalisedText}); of emoji alone, of
 *     these; 0 where nothing is left
 */
record CommentText(int flags, int words, long exactKey) {
  /** Nothing, or blanks. */
  static final int EMPTY = 1;

  /** Emoji, perhaps with punctuation, and nothing else. */
  static final int EMOJI_ONLY = 1 << 1;

  /** Mentions of others, perhaps with emoji and punctuation, and nothing else. */
  static final int MENTION_ONLY = 1 << 2;

  /** One word besides mentions and emoji; without spaces at most four ideographs. */
  static final int ONE_WORD = 1 << 3;

  /** Stock praise that would fit under any post. */
  static final int GENERIC = 1 << 4;

  /** Holds a link. */
  static final int LINK = 1 << 5;

  /** Sends the reader elsewhere, or asks for a favour. */
  static final int PROMOTION = 1 << 6;

  private static final int MOST = 2_000;
  private static final int LEAST_LETTERS = 8;
  private static final int LEAST_IDEOGRAPHS = 4;
  private static final int MOST_IDEOGRAPHS_OF_A_WORD = 4;
  private static final int MOST_WORDS_OF_STOCK = 4;
  private static final long[] NONE = {};

  private static final Phrases STOCK = Phrases.load("stock-phrases.txt");
  private static final Phrases PROMOTIONAL = Phrases.load("promotion-phrases.txt");

  /** Measures a comment; null is as good as blank. */
  static CommentText of(String text) {
    if (text == null || text.isBlank()) {
      return new CommentText(EMPTY, 0, 0);
    }
    NormalisedText normal = normalised(text);
    String words = normal.words();
    long key = words.isEmpty() ? Hashes.of(normal.emoji()) : Hashes.of(words);
    int said = Math.max(normal.wordCount(), (normal.ideographs() + 1) / 2);
    return new CommentText(flags(normal), said, key);
  }

  /**
   * Keys that copies share: of texts with at least {@value MinHash#LEAST_SHINGLES} shingles those
   * of {@link MinHash}, of shorter ones with at least {@value #LEAST_LETTERS} letters ({@value
   * #LEAST_IDEOGRAPHS} where a character is a syllable or word) the hash of the normalised text;
   * none of shorter ones: everybody writes "nice".
   */
  static long[] copyKeys(String text) {
    if (text == null || text.isBlank()) {
      return NONE;
    }
    NormalisedText normal = normalised(text);
    long[] keys = MinHash.keys(normal.words());
    if (keys.length > 0) {
      return keys;
    }
    boolean enough = normal.letters() >= LEAST_LETTERS || normal.ideographs() >= LEAST_IDEOGRAPHS;
    return enough ? new long[] {Hashes.of(normal.words())} : NONE;
  }

  private static NormalisedText normalised(String text) {
    return NormalisedText.of(text.length() > MOST ? text.substring(0, MOST) : text);
  }

  boolean is(int flag) {
    return (flags & flag) != 0;
  }

  private static int flags(NormalisedText text) {
    int flags = text.hasLink() ? LINK : 0;
    if (text.words().isEmpty()) {
      if (!text.hasLink() && !text.hasDigits()) {
        flags |= text.mentions() > 0 ? MENTION_ONLY : text.emoji().isEmpty() ? 0 : EMOJI_ONLY;
      }
      return flags;
    }
    int words = text.wordCount();
    boolean one =
        words == 1 && (text.ideographs() == 0 || text.ideographs() <= MOST_IDEOGRAPHS_OF_A_WORD);
    flags |= one ? ONE_WORD : 0;
    flags |= words <= MOST_WORDS_OF_STOCK && STOCK.make(text.words()) ? GENERIC : 0;
    flags |= PROMOTIONAL.occurIn(text.words()) ? PROMOTION : 0;
    return flags;
  }
}

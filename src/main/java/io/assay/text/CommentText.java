package io.assay.text;

/**
 * What one comment is like. Texts are measured up to their first {@value #MOST} characters.
 *
 * @param flags bits of the constants
 * @param words words besides mentions and links; in scripts without spaces two Chinese characters,
 *     or three letters, are taken as one
 * @param exactKey hash of the normalised words (see {@link NormalisedText}); without words, of
 *     emoji alone, or of the mentions, links and numbers there are, or of the punctuation; 0 of
 *     nothing only
 */
public record CommentText(int flags, int words, long exactKey) {
  /** Nothing, or blanks. */
  public static final int EMPTY = 1;

  /** Emoji, perhaps with punctuation, and nothing else. */
  public static final int EMOJI_ONLY = 1 << 1;

  /** Mentions of others, perhaps with emoji and punctuation, and nothing else. */
  public static final int MENTION_ONLY = 1 << 2;

  /** One word besides mentions and emoji; without spaces about four characters of Chinese. */
  public static final int ONE_WORD = 1 << 3;

  /** Stock praise and courtesies that would fit under any post. */
  public static final int GENERIC = 1 << 4;

  /** Holds a link. */
  public static final int LINK = 1 << 5;

  /** Sends the reader elsewhere, or asks for a favour. */
  public static final int PROMOTION = 1 << 6;

  private static final int MOST = 2_000;
  private static final int MOST_UNSPACED_OF_A_WORD = 2;
  private static final int MOST_WORDS_OF_STOCK = 6;
  private static final int MOST_EMOJI = 8;
  private static final long[] NONE = {};
  private static final CommentText NOTHING = new CommentText(EMPTY, 0, 0);

  private static final Phrases STOCK = Phrases.load("stock-phrases.txt");
  private static final Phrases PROMOTIONAL = Phrases.load("promotion-phrases.txt");

  /** Measures a comment; null is as good as blank, and so is what shows nothing. */
  public static CommentText of(String text) {
    if (text == null || isBlank(text)) {
      return NOTHING;
    }
    NormalisedText normal = normalised(text);
    int said = Math.max(normal.wordCount(), normal.letters().unspacedWords());
    return new CommentText(flags(normal), said, key(normal, text));
  }

  /**
   * Keys that copies share: of texts with at least {@value MinHash#LEAST_SHINGLES} shingles those
   * of {@link MinHash}, of shorter ones that {@linkplain LetterCounts#sayEnough say enough} the
   * hash of the normalised words. None of shorter ones, and of stock: everybody writes "nice" and
   * "happy birthday".
   */
  public static long[] copyKeys(String text) {
    if (text == null || isBlank(text)) {
      return NONE;
    }
    NormalisedText normal = normalised(text);
    if (!normal.letters().sayEnough() || isStock(normal)) {
      return NONE;
    }
    long[] keys = MinHash.keys(normal.words());
    return keys.length > 0 ? keys : new long[] {TextHash.of(normal.words())};
  }

  /**
   * What a comment says that would fit under any post: its normalised words or, of one without
   * words, its first emoji; null of a comment that says more.
   */
  public static String stockPhrase(String text) {
    if (text == null || isBlank(text)) {
      return null;
    }
    NormalisedText normal = normalised(text);
    int flags = flags(normal);
    if ((flags & GENERIC) != 0) {
      return normal.words();
    }
    return (flags & EMOJI_ONLY) == 0
        ? null
        : normal
            .emoji()
            .codePoints()
            .limit(MOST_EMOJI)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!Letters.isInvisible(c)) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  private static NormalisedText normalised(String text) {
    if (text.length() <= MOST) {
      return NormalisedText.of(text);
    }
    // Half an emoji would be another.
    boolean half = Character.isHighSurrogate(text.charAt(MOST - 1));
    return NormalisedText.of(text.substring(0, half ? MOST - 1 : MOST));
  }

  private static long key(NormalisedText text, String original) {
    String by = text.words();
    if (by.isEmpty()) {
      by = text.others().isEmpty() ? text.emoji() : text.others();
    }
    // A skin tone alone, or an accent.
    return TextHash.of(by.isEmpty() ? original : by);
  }

  /** Whether one of the flags is set. */
  public boolean is(int flag) {
    return (flags & flag) != 0;
  }

  private static int flags(NormalisedText text) {
    int flags = text.hasLink() ? LINK : 0;
    if (text.words().isEmpty()) {
      if (!text.hasLink() && !text.hasOther()) {
        flags |= text.mentions() > 0 ? MENTION_ONLY : text.emoji().isEmpty() ? 0 : EMOJI_ONLY;
      }
      return flags;
    }
    boolean one =
        text.wordCount() == 1 && text.letters().unspacedWords() <= MOST_UNSPACED_OF_A_WORD;
    flags |= one ? ONE_WORD : 0;
    flags |= isStock(text) ? GENERIC : 0;
    flags |= PROMOTIONAL.occurIn(text.words()) ? PROMOTION : 0;
    return flags;
  }

  private static boolean isStock(NormalisedText text) {
    return text.wordCount() <= MOST_WORDS_OF_STOCK && STOCK.make(text.words());
  }
}

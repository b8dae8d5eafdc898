package io.assay.text;

/** Reads one text from token to token, see {@link NormalisedText}. */
final class TextReader {
  /** What stands between letters of one word. */
  private static final String INSIDE = "'’ʼ`´ـ";

  /** Faces drawn with signs hold so many letters at most, and more signs. */
  private static final int MOST_LETTERS_OF_FACE = 4;

  private static final String NO_SIGNS_OF_FACE = ".,!?…;/$€£%+-\"“”«»#&、。！？";

  private final WordBuilder words = new WordBuilder();
  private final StringBuilder emoji;
  private final StringBuilder others = new StringBuilder();
  private int signs;
  private int mentions;
  private boolean hasLink;
  private boolean hasOther;

  TextReader() {
    this(new StringBuilder());
  }

  /**
   * @param emoji those that were taken out of the text before
   */
  TextReader(StringBuilder emoji) {
    this.emoji = emoji;
  }

  NormalisedText read(String text) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isBlank(text.charAt(i))) {
        if (i > start) {
          token(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    words.end();
    int letters = words.counts().all();
    boolean face = signs > letters || signs == 1 && letters == 1;
    boolean spoken = letters > 0 && !(face && letters <= MOST_LETTERS_OF_FACE);
    if (!spoken && others.isEmpty() && emoji.isEmpty()) {
      seen(text);
    }
    return new NormalisedText(
        spoken ? words.text() : "",
        emoji.toString(),
        others.toString(),
        spoken ? words.counts() : new LetterCounts(0, 0, 0, 0),
        spoken ? words.count() : 0,
        mentions,
        hasLink,
        hasOther);
  }

  private static boolean isBlank(char c) {
    return c < 128 ? c <= ' ' : Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private void token(String token) {
    words.end();
    if (Links.isLink(token)) {
      hasLink = true;
      other(Links.normalised(token));
      return;
    }
    if (Mentions.isMailbox(token)) {
      hasOther = true;
      other(Links.normalised(token));
      return;
    }
    int handle = 0;
    for (int i = 0; i < token.length(); ) {
      int c = token.codePointAt(i);
      int end = c == '@' ? Mentions.end(token, handle, i) : i;
      if (end > i) {
        handle = end;
        mentions++;
        words.end();
        other(Links.normalised(token.substring(i, end)));
      } else {
        end = i + Character.charCount(c);
        if (Character.isDigit(c)) {
          end = digits(token, i);
        } else {
          letter(c);
        }
      }
      i = end;
    }
  }

  private void letter(int c) {
    int kind = Letters.kind(c);
    if (kind != 0) {
      words.add(Character.toLowerCase(c), kind);
    } else if (INSIDE.indexOf(c) < 0 && !Letters.isInvisible(c) && Character.isDefined(c)) {
      words.pause();
      signs += NO_SIGNS_OF_FACE.indexOf(c) < 0 ? 1 : 0;
    }
  }

  /** Digits do not part the letters of a token; a four between letters is a word of its own. */
  private int digits(String token, int start) {
    StringBuilder number = new StringBuilder();
    int i = start;
    while (i < token.length() && Character.isDigit(token.codePointAt(i))) {
      number.append(Character.digit(token.codePointAt(i), 10));
      i += Character.charCount(token.codePointAt(i));
    }
    boolean between =
        start > 0
            && i < token.length()
            && Character.isLetter(token.charAt(start - 1))
            && Character.isLetter(token.charAt(i));
    if (between && number.length() == 1 && number.charAt(0) == '4') {
      words.add('4', Letters.ALPHABETIC);
    }
    hasOther = true;
    other(number.toString());
    return i;
  }

  private void other(String one) {
    others.append(others.isEmpty() ? "" : " ").append(one);
  }

  /** What is seen of a text without anything else to go by, repeats left out. */
  private void seen(String text) {
    int before = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c != before && !Letters.isInvisible(c)) {
        others.appendCodePoint(c);
      }
      before = c;
    }
  }
}

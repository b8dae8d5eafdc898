package io.assay.signals;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A text without what copies are varied by: compatibility forms, case and accents (kept where marks
 * are vowels, as in Thai or Devanagari), mentions, links, digits, punctuation, emoji, and letters
 * that are drawn out ("sooo" is "so").
 *
 * @param words letters in words, one space between two
 * @param emoji emoji in their order, repeats and skin tones left out
 * @param letters letters in {@code words}
 * @param ideographs of these the characters of scripts that write no spaces, and Hangul
 * @param wordCount words
 * @param mentions handles mentioned
 * @param hasLink whether there is a link
 * @param hasDigits whether there are digits outside of mentions and links
 */
record NormalisedText(
    String words,
    String emoji,
    int letters,
    int ideographs,
    int wordCount,
    int mentions,
    boolean hasLink,
    boolean hasDigits) {

  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int VARIATION = 0xFE0F;

  static NormalisedText of(String text) {
    String plain =
        Normalizer.isNormalized(text, Normalizer.Form.NFKC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKC);
    Builder builder = new Builder();
    for (String token : tokens(plain)) {
      builder.add(token);
    }
    return builder.build();
  }

  private static String[] tokens(String text) {
    return text.strip().split("\\s+");
  }

  private static final class Builder {
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder emoji = new StringBuilder();
    private int letters;
    private int ideographs;
    private int wordCount;
    private int mentions;
    private boolean hasLink;
    private boolean hasDigits;

    void add(String token) {
      if (Links.isLink(token)) {
        hasLink = true;
      } else if (token.length() > 1 && token.charAt(0) == '@') {
        mention(token);
      } else {
        letters(token.toLowerCase(Locale.ROOT));
      }
    }

    /** What follows the handle, as in {@code @bob😍}, is no part of it. */
    private void mention(String token) {
      int end = 1;
      while (end < token.length()
          && (Character.isLetterOrDigit(token.charAt(end))
              || token.charAt(end) == '_'
              || token.charAt(end) == '.')) {
        end++;
      }
      mentions += end > 1 ? 1 : 0;
      letters(token.substring(end).toLowerCase(Locale.ROOT));
    }

    private void letters(String token) {
      String bare = bare(token);
      int start = words.length();
      int before = 0;
      int run = 0;
      for (int i = 0; i < bare.length(); ) {
        int c = bare.codePointAt(i);
        i += Character.charCount(c);
        if (Character.isDigit(c)) {
          hasDigits = true;
        } else if (isPictograph(c)) {
          emoji(c);
        } else if (Character.isLetter(c) || isVowelMark(c)) {
          if (words.length() == start && start > 0) {
            words.append(' ');
            start = words.length();
          }
          run = c == before ? run + 1 : 1;
          if (run == 3) {
            // Drawn out: the second of them goes too.
            words.setLength(words.length() - Character.charCount(c));
            letters--;
          }
          if (run < 3) {
            words.appendCodePoint(c);
            letters++;
            ideographs += isIdeograph(c) ? 1 : 0;
          }
          before = c;
        }
      }
      wordCount += words.length() > start ? 1 : 0;
      if (words.length() == start && start > 0 && words.charAt(start - 1) == ' ') {
        words.setLength(start - 1);
      }
    }

    private void emoji(int c) {
      int last = emoji.length() == 0 ? 0 : emoji.codePointBefore(emoji.length());
      if (c != last) {
        emoji.appendCodePoint(c);
      }
    }

    NormalisedText build() {
      return new NormalisedText(
          words.toString(),
          emoji.toString(),
          letters,
          ideographs,
          wordCount,
          mentions,
          hasLink,
          hasDigits);
    }
  }

  /** Without accents, where there is anything but ASCII. */
  private static String bare(String token) {
    boolean ascii = true;
    for (int i = 0; i < token.length() && ascii; i++) {
      ascii = token.charAt(i) < 128;
    }
    if (ascii) {
      return token;
    }
    StringBuilder bare = new StringBuilder(token.length());
    String apart = Normalizer.normalize(token, Normalizer.Form.NFD);
    apart.codePoints().filter(c -> !isAccent(c)).forEach(bare::appendCodePoint);
    // Hangul was taken apart too.
    return Normalizer.normalize(bare, Normalizer.Form.NFC);
  }

  private static boolean isAccent(int c) {
    UnicodeBlock block = UnicodeBlock.of(c);
    return block == UnicodeBlock.COMBINING_DIACRITICAL_MARKS
        || block == UnicodeBlock.ARABIC && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isVowelMark(int c) {
    int type = Character.getType(c);
    return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)
        && c != VARIATION
        && UnicodeBlock.of(c) != UnicodeBlock.COMBINING_MARKS_FOR_SYMBOLS;
  }

  private static boolean isPictograph(int c) {
    int type = Character.getType(c);
    return c != ZERO_WIDTH_JOINER
        && (type == Character.OTHER_SYMBOL
            || type == Character.SURROGATE
            || type == Character.UNASSIGNED && c >= 0x1F000);
  }

  private static boolean isIdeograph(int c) {
    if (c < 0x0E00) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return Character.isIdeographic(c)
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL
        || script == UnicodeScript.THAI
        || script == UnicodeScript.LAO
        || script == UnicodeScript.KHMER;
  }
}

package io.assay.text;

import java.util.Locale;
import java.util.Set;

/**
 * Takes emoji out of texts, before compatibility forms are undone: these make letters of ™ and Ⓜ.
 * Letters in boxes and circles are emoji too (the blood type 🅰, flags), unless three stand in a
 * row: then they are letters in fancy dress.
 */
final class Emoji {
  private static final int VARIATION = 0xFE0F;
  private static final int KEYCAP = 0x20E3;
  private static final int FIRST = 0x203C;
  private static final int FLAG_A = 0x1F1E6;
  private static final int FLAG_Z = 0x1F1FF;
  private static final int LEAST_LETTERS = 3;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private Emoji() {}

  /**
   * @param emoji is given the emoji in their order, repeats and skin tones left out
   * @return the text with a blank for each
   */
  static String takeOut(String text, StringBuilder emoji) {
    StringBuilder left = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (letter(c) != 0) {
        next = letters(text, i, left, emoji);
      } else if (isKeycap(text, next, c)) {
        next = text.indexOf(KEYCAP, next) + 1;
        add(emoji, new StringBuilder().appendCodePoint(c).appendCodePoint(KEYCAP));
        left.append(' ');
      } else if (isTone(c)) {
        left.append(' ');
      } else if (isEmoji(c) || c >= FIRST && varied(text, next) && !Character.isLetter(c)) {
        add(emoji, Character.toString(c));
        left.append(' ');
      } else {
        left.appendCodePoint(c);
      }
      i = next;
    }
    return left.toString();
  }

  private static boolean isEmoji(int c) {
    if (c < FIRST) {
      return c == '©' || c == '®';
    }
    int type = Character.getType(c);
    boolean symbol = type == Character.OTHER_SYMBOL;
    return switch (c) {
      case 0x203C, 0x2049, 0x2122, 0x2139, 0x25FD, 0x25FE, 0x3030, 0x3297, 0x3299 -> true;
      // A blank of Braille, and what decoders put for what they cannot read.
      case 0x2800, 0xFFFC, 0xFFFD -> false;
      default ->
          symbol && (c >= 0x2190 && c < 0x2C00 || c >= 0x3000 && c < 0x3040)
              || c >= 0x1F000 && (symbol || type == Character.UNASSIGNED)
              || type == Character.SURROGATE;
    };
  }

  private static boolean isKeycap(String text, int next, int c) {
    if (!(c >= '0' && c <= '9' || c == '#' || c == '*')) {
      return false;
    }
    int cap = varied(text, next) ? next + 1 : next;
    return cap < text.length() && text.charAt(cap) == KEYCAP;
  }

  private static boolean varied(String text, int next) {
    return next < text.length() && text.charAt(next) == VARIATION;
  }

  private static boolean isTone(int c) {
    return c >= 0x1F3FB && c <= 0x1F3FF;
  }

  /** Goes over a row of letters in boxes and circles, and says where it ends. */
  private static int letters(String text, int start, StringBuilder left, StringBuilder emoji) {
    StringBuilder row = new StringBuilder();
    StringBuilder read = new StringBuilder();
    int i = start;
    for (; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (letter(c) != 0) {
        row.appendCodePoint(c);
        read.append(letter(c));
      } else if (c != VARIATION) {
        break;
      }
    }
    if (read.length() >= LEAST_LETTERS && !areFlags(row, read)) {
      left.append(read);
      return i;
    }
    boolean flags = isFlag(row.codePointAt(0));
    for (int at = 0; at < row.length(); ) {
      int one = Character.charCount(row.codePointAt(at));
      int end = Math.min(row.length(), flags ? at + 2 * one : at + one);
      add(emoji, row.substring(at, end));
      at = end;
    }
    left.append(' ');
    return i;
  }

  private static boolean areFlags(CharSequence row, CharSequence read) {
    boolean all = read.length() % 2 == 0 && row.codePoints().allMatch(Emoji::isFlag);
    for (int i = 0; all && i < read.length(); i += 2) {
      String country = read.subSequence(i, i + 2).toString().toUpperCase(Locale.ROOT);
      all = COUNTRIES.contains(country) || country.equals("EU") || country.equals("UN");
    }
    return all;
  }

  private static boolean isFlag(int c) {
    return c >= FLAG_A && c <= FLAG_Z;
  }

  /** The small letter in a box or circle; 0 if there is none. */
  private static char letter(int c) {
    int first;
    if (c >= 0x24B6 && c <= 0x24CF) {
      first = 0x24B6;
    } else if (c >= 0x24D0 && c <= 0x24E9) {
      first = 0x24D0;
    } else if (c >= 0x1F130 && c <= 0x1F149) {
      first = 0x1F130;
    } else if (c >= 0x1F150 && c <= 0x1F169) {
      first = 0x1F150;
    } else if (c >= 0x1F170 && c <= 0x1F189) {
      first = 0x1F170;
    } else if (isFlag(c)) {
      first = FLAG_A;
    } else {
      return 0;
    }
    return (char) ('a' + c - first);
  }

  private static void add(StringBuilder emoji, CharSequence one) {
    int before = emoji.length() - one.length();
    if (before < 0 || !emoji.substring(before).contentEquals(one)) {
      emoji.append(one);
    }
  }
}

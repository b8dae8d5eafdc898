package io.assay.text;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;

/** Kinds of characters, as far as measuring texts needs them. */
final class Letters {
  /** Of an alphabet. */
  static final int ALPHABETIC = 1;

  /** A syllable of Korean, which writes spaces. */
  static final int HANGUL = 2;

  /** A syllable or less, of a script that writes no spaces: kana, Thai, Lao, Khmer. */
  static final int SYLLABIC = 3;

  /** About half a word, of a script that writes no spaces. */
  static final int HAN = 4;

  /** A vowel or tone on the letter before: part of the word, but no letter more. */
  static final int MARK = 5;

  private static final int TATWEEL = 0x0640;
  private static final int VARIATIONS = 0xFE00;
  private static final int LAST_VARIATION = 0xFE0F;

  private Letters() {}

  /** Kind of a character; 0 if it is part of no word. */
  static int kind(int c) {
    if (c < 128) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' ? ALPHABETIC : 0;
    }
    if (Character.isLetter(c)) {
      // Tatweel draws a word out and says nothing.
      return c < 0x0E00 ? c == TATWEEL ? 0 : ALPHABETIC : kind(c, UnicodeScript.of(c));
    }
    return isMark(c) ? MARK : 0;
  }

  private static int kind(int c, UnicodeScript script) {
    return switch (script) {
      case HAN -> HAN;
      case HANGUL -> HANGUL;
      case HIRAGANA, KATAKANA, THAI, LAO, KHMER -> SYLLABIC;
      // The sign that lengthens a vowel is of both kana.
      case COMMON -> UnicodeBlock.of(c) == UnicodeBlock.KATAKANA ? SYLLABIC : ALPHABETIC;
      default -> ALPHABETIC;
    };
  }

  /** Whether words of such characters follow each other without spaces. */
  static boolean unspaced(int kind) {
    return kind == SYLLABIC || kind == HAN;
  }

  /** Accents may be left out by whoever writes; vowel marks may not. */
  static boolean isAccent(int c) {
    UnicodeBlock block = UnicodeBlock.of(c);
    return block == UnicodeBlock.COMBINING_DIACRITICAL_MARKS
        || block == UnicodeBlock.ARABIC && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** The letter that is typed where a keyboard lacks one which has no accent to leave out. */
  static int plain(int c) {
    return switch (c) {
      case 'ı' -> 'i';
      case 'ß' -> 's';
      case 'ø', 'Ø' -> 'o';
      case 'ł', 'Ł' -> 'l';
      case 'đ', 'Đ' -> 'd';
      default -> c;
    };
  }

  /** Whether nothing is seen where a character stands. */
  static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return Character.isWhitespace(c)
        || type == Character.SPACE_SEPARATOR
        || type == Character.CONTROL
        || type == Character.FORMAT
        || c >= VARIATIONS && c <= LAST_VARIATION;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)
        && !(c >= VARIATIONS && c <= LAST_VARIATION)
        && UnicodeBlock.of(c) != UnicodeBlock.COMBINING_MARKS_FOR_SYMBOLS;
  }
}

package io.assay.text;

import java.lang.Character.UnicodeScript;

/**
 * Finds handles and e-mail addresses in tokens. A handle ends where the script changes: in {@code
 * @bob真好看} it is {@code bob}.
 */
final class Mentions {
  private Mentions() {}

  /**
   * Where the handle ends that the @ at a place begins; the place itself if it begins none. It
   * begins none after a letter, as in an e-mail address, unless the letter's script writes no
   * spaces.
   *
   * @param from end of the handle before, which another may follow at once
   */
  static int end(String token, int from, int at) {
    if (at > from) {
      int before = token.codePointBefore(at);
      if (Character.isDigit(before)
          || Letters.kind(before) != 0 && !Letters.unspaced(Letters.kind(before))) {
        return at;
      }
    }
    int end = at + 1;
    UnicodeScript script = UnicodeScript.COMMON;
    for (int i = end; i < token.length(); ) {
      int c = token.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isDigit(c) || c == '_' || Letters.kind(c) == Letters.MARK) {
        end = i;
      } else if (Letters.kind(c) != 0) {
        UnicodeScript own = script(c);
        if (script != UnicodeScript.COMMON && own != script) {
          break;
        }
        script = own;
        end = i;
      } else if (c != '.' && c != '-' && c != '·') {
        break;
      }
      // Dots and hyphens belong to a handle only between its letters.
    }
    return end == at + 1 ? at : end;
  }

  /** Whether a token is the address of a mailbox, perhaps between punctuation. */
  static boolean isMailbox(String token) {
    int at = token.indexOf('@');
    return at > 0
        && at == token.lastIndexOf('@')
        && Character.isLetterOrDigit(token.charAt(at - 1))
        && Links.isHost(token, at + 1);
  }

  /** Japanese mixes three scripts in a word. */
  private static UnicodeScript script(int c) {
    if (c < 128) {
      return UnicodeScript.LATIN;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return switch (script) {
      case HIRAGANA, KATAKANA, COMMON, INHERITED -> UnicodeScript.HAN;
      default -> script;
    };
  }
}

package io.assay.text;

import java.text.Normalizer;

/**
 * A text without what copies are varied by: compatibility forms, case and accents (kept where marks
 * are vowels, as in Thai or Devanagari), mentions, links, digits, punctuation, emoji, letters of
 * other scripts that look alike, and what is drawn out ("sooo" is "so", "hahaha" is "haha"). Double
 * letters are single ("cool" is "col"), since nobody can tell which of those of "coooool" were
 * meant.
 *
 * @param words letters in words, one space between two
 * @param emoji emoji in their order, repeats and skin tones left out
 * @param others mentions, links and numbers in their order; without these, and without words and
 *     emoji, whatever is seen
 * @param letters how many letters of which kind
 * @param wordCount words, as spaces and punctuation make them
 * @param mentions handles mentioned
 * @param hasLink whether there is a link
 * @param hasOther whether there are digits or mailboxes, outside of mentions and links
 */
record NormalisedText(
    String words,
    String emoji,
    String others,
    LetterCounts letters,
    int wordCount,
    int mentions,
    boolean hasLink,
    boolean hasOther) {

  static NormalisedText of(String text) {
    if (isAscii(text)) {
      return new TextReader().read(text);
    }
    StringBuilder emoji = new StringBuilder();
    String plain = Emoji.takeOut(text, emoji);
    return new TextReader(emoji)
        .read(isAscii(plain) ? plain : withoutAccents(Confusables.fold(compatible(plain))));
  }

  private static String compatible(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFKC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private static String withoutAccents(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    for (int i = 0; i < apart.length(); ) {
      int c = apart.codePointAt(i);
      i += Character.charCount(c);
      if (c < 128) {
        bare.append((char) c);
      } else if (!Letters.isAccent(c)) {
        bare.appendCodePoint(Letters.plain(c));
      }
    }
    // Hangul was taken apart too.
    return Normalizer.normalize(bare, Normalizer.Form.NFC);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}

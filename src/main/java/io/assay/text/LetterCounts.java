package io.assay.text;

/**
 * Letters of a text by how much one says; marks on letters are none.
 *
 * @param alphabetic letters of alphabets
 * @param hangul syllables of Korean
 * @param syllabic letters of kana, Thai, Lao, Khmer
 * @param han Chinese characters
 */
record LetterCounts(int alphabetic, int hangul, int syllabic, int han) {
  /** A word holds about two Chinese characters, or three letters of a script without spaces. */
  private static final int OF_WORD = 6;

  private static final int OF_SYLLABIC = 2;
  private static final int OF_HAN = 3;

  int all() {
    return alphabetic + hangul + syllabic + han;
  }

  /** Words that scripts without spaces make, about. */
  int unspacedWords() {
    return (syllabic * OF_SYLLABIC + han * OF_HAN + OF_WORD - 1) / OF_WORD;
  }

  /** Whether there are 8 letters, 6 where one is a syllable of Korean or a Chinese character. */
  boolean sayEnough() {
    return (alphabetic + syllabic) * 3 + (hangul + han) * 4 >= 24;
  }
}

package io.assay.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A list of normalised phrases, see {@link NormalisedText}. */
final class Phrases {
  private static final int MOST_UNSPACED = 16;
  private static final char FIRST_UNSPACED = 0x0E00;

  private final Set<String> phrases = new HashSet<>();
  private final Set<String> firstWords = new HashSet<>();
  private final List<String> unspaced = new ArrayList<>();
  private int mostWords;
  private int longest;

  private Phrases() {}

  /**
   * @param name a file beside this class: a phrase a line, words to choose from as {@code a|b}; #
   *     begins a comment
   */
  static Phrases load(String name) {
    Phrases phrases = new Phrases();
    try (InputStream in = Phrases.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the application lacks " + name);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          phrases.add("", line.strip().split(" +"), 0);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return phrases;
  }

  /** Adds what a line's words from a place on make of the words before. */
  private void add(String before, String[] line, int from) {
    if (from == line.length) {
      add(NormalisedText.of(before));
      return;
    }
    for (String choice : line[from].split("\\|")) {
      add(before + " " + choice, line, from + 1);
    }
  }

  private void add(NormalisedText phrase) {
    String words = phrase.words();
    phrases.add(words);
    int space = words.indexOf(' ');
    firstWords.add(space < 0 ? words : words.substring(0, space));
    mostWords = Math.max(mostWords, phrase.wordCount());
    longest = Math.max(longest, words.length());
    if (space < 0 && phrase.letters().unspacedWords() > 0) {
      unspaced.add(words);
    }
  }

  /** Whether a text of few words is a phrase, or a row of phrases. */
  boolean make(String words) {
    if (phrases.contains(words)) {
      return true;
    }
    return make(words, 0, mayBeUnspaced(words) && words.length() <= MOST_UNSPACED);
  }

  private boolean make(String words, int start, boolean anywhere) {
    int most = Math.min(words.length(), start + longest);
    for (int end = start + 1; end <= most; end++) {
      boolean last = end == words.length();
      boolean space = !last && words.charAt(end) == ' ';
      if ((last || space || anywhere && isUnspaced(words.charAt(end - 1)))
          && phrases.contains(words.substring(start, end))
          && (last || make(words, space ? end + 1 : end, anywhere))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a phrase stands anywhere in a text, from word to word; where no spaces are written,
   * from any character on.
   */
  boolean occurIn(String words) {
    for (int start = 0; start < words.length(); ) {
      int end = words.indexOf(' ', start);
      int next = end < 0 ? words.length() : end + 1;
      if (firstWords.contains(words.substring(start, end < 0 ? words.length() : end))
          && beginsAt(words, start)) {
        return true;
      }
      start = next;
    }
    return mayBeUnspaced(words) && unspaced.stream().anyMatch(words::contains);
  }

  private boolean beginsAt(String words, int start) {
    int end = start;
    for (int n = 0; n < mostWords && end >= 0; n++) {
      end = words.indexOf(' ', end + 1);
      if (phrases.contains(words.substring(start, end < 0 ? words.length() : end))) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBeUnspaced(String words) {
    for (int i = 0; i < words.length(); i++) {
      if (words.charAt(i) >= FIRST_UNSPACED) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnspaced(char c) {
    return c >= FIRST_UNSPACED && Letters.unspaced(Letters.kind(c));
  }
}

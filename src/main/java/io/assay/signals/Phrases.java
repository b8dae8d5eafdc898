package io.assay.signals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** A list of normalised phrases, see {@link NormalisedText}. */
final class Phrases {
  private static final int MOST_WORDS = 4;

  private final Set<String> phrases;

  private Phrases(Set<String> phrases) {
    this.phrases = phrases;
  }

  /**
   * @param name a file beside this class: a phrase a line, # begins a comment
   */
  static Phrases load(String name) {
    Set<String> phrases = new HashSet<>();
    try (InputStream in = Phrases.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the application lacks " + name);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          phrases.add(NormalisedText.of(line).words());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Phrases(phrases);
  }

  /** Whether a text is a phrase, or a row of phrases. */
  boolean make(String words) {
    if (phrases.contains(words)) {
      return true;
    }
    for (int space = words.indexOf(' '); space > 0; space = words.indexOf(' ', space + 1)) {
      if (phrases.contains(words.substring(0, space)) && make(words.substring(space + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a phrase stands anywhere in a text, from word to word. */
  boolean occurIn(String words) {
    int start = 0;
    while (start >= 0 && start < words.length()) {
      int end = start;
      for (int n = 0; n < MOST_WORDS && end >= 0 && end < words.length(); n++) {
        end = words.indexOf(' ', end + 1);
        if (phrases.contains(words.substring(start, end < 0 ? words.length() : end))) {
          return true;
        }
      }
      int next = words.indexOf(' ', start);
      start = next < 0 ? -1 : next + 1;
    }
    return false;
  }
}

package io.assay.text;

import java.util.Locale;

/**
 * Tells links from words. Where a blank after a full stop is forgotten ({@code love this.It rocks})
 * words look like hosts, so that domains which are words too ({@code it}, {@code me}, {@code top})
 * need more than a dot before them.
 */
final class Links {
  private Links() {}

  /** Whether a token without blanks is an address, or holds one. */
  static boolean isLink(String token) {
    if (token.indexOf('.') < 0 && token.indexOf(':') < 0) {
      return false;
    }
    if (hasScheme(token)) {
      return true;
    }
    int start = start(token);
    return token.regionMatches(true, start, "www.", 0, 4) && start + 4 < token.length()
        || isHost(token, start);
  }

  /** A link without what may be left out or stands around it, so that equal ones are equal. */
  static String normalised(String link) {
    String lower = link.toLowerCase(Locale.ROOT);
    int scheme = lower.indexOf("://");
    int start = scheme < 0 ? start(lower) : scheme + 3;
    start += lower.startsWith("www.", start) ? 4 : 0;
    int end = lower.length();
    while (end > start && !Character.isLetterOrDigit(lower.charAt(end - 1))) {
      end--;
    }
    return lower.substring(start, end);
  }

  private static boolean hasScheme(String token) {
    for (int i = token.indexOf("://"); i > 0; i = token.indexOf("://", i + 3)) {
      if (i + 3 < token.length()
          && (token.regionMatches(true, i - 4, "http", 0, 4)
              || token.regionMatches(true, i - 5, "https", 0, 5))) {
        return true;
      }
    }
    return false;
  }

  private static int start(String token) {
    int start = 0;
    while (start < token.length()
        && token.charAt(start) != '@'
        && !Character.isLetterOrDigit(token.codePointAt(start))) {
      start++;
    }
    return start;
  }

  /** Whether labels begin there of which the last is a domain, perhaps with a path. */
  static boolean isHost(String token, int start) {
    int end = start;
    while (end < token.length() && isOfHost(token.charAt(end))) {
      end++;
    }
    boolean path = end < token.length() && token.charAt(end) == '/';
    if (!path && end < token.length() && Character.isLetterOrDigit(token.charAt(end))) {
      return false;
    }
    if (end < token.length() && token.charAt(end) == '@') {
      return false;
    }
    while (end > start && !Character.isLetterOrDigit(token.charAt(end - 1))) {
      end--;
    }
    int dot = token.lastIndexOf('.', end - 1);
    // "wow...me" is no address.
    if (dot <= start
        || token.charAt(dot - 1) == '.'
        || token.substring(start, end).contains("..")) {
      return false;
    }
    int label = Math.max(start, token.lastIndexOf('.', dot - 1) + 1);
    String domain = token.substring(dot + 1, end);
    return domain(domain, token.substring(label, dot), path, label > start);
  }

  private static boolean domain(String domain, String label, boolean path, boolean more) {
    String lower = domain.toLowerCase(Locale.ROOT);
    if (Domains.areSure(lower)) {
      return label.length() > 1 || path || lower.equals("com") || lower.equals("org");
    }
    // Phones begin sentences with a capital: "amazing.De verdad".
    boolean sentence =
        Character.isUpperCase(domain.charAt(0)) && !domain.equals(domain.toUpperCase(Locale.ROOT));
    if (sentence || !Domains.areKnown(lower)) {
      return false;
    }
    if (path) {
      return true;
    }
    boolean second = more && Domains.areSecond(label.toLowerCase(Locale.ROOT));
    return second || hasNameOfHost(label) || label.length() > 1 && !Domains.areWords(lower);
  }

  /** Words hold no digits among letters. */
  private static boolean hasNameOfHost(String label) {
    boolean letter = false;
    boolean sign = false;
    for (int i = 0; i < label.length(); i++) {
      letter |= Character.isLetter(label.charAt(i));
      sign |= label.charAt(i) == '-' || Character.isDigit(label.charAt(i));
    }
    return letter && sign;
  }

  private static boolean isOfHost(char c) {
    return c == '.'
        || c == '-'
        || Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}

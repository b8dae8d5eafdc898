package io.assay.signals;

import java.util.Locale;
import java.util.Set;

/** Tells links from words. */
final class Links {
  private static final Set<String> DOMAINS =
      Set.of(
          "com", "net", "org", "info", "biz", "ru", "de", "fr", "uk", "co", "io", "me", "ly", "be",
          "gl", "tk", "tv", "cc", "xyz", "site", "online", "shop", "store", "link", "app", "top",
          "br", "in", "es", "it", "pl", "tr", "id", "cn", "jp", "us", "eu", "ee", "bio", "page");

  private Links() {}

  /** Whether a token without blanks is an address, or holds one. */
  static boolean isLink(String token) {
    if (token.indexOf('.') < 0 && token.indexOf(':') < 0) {
      return false;
    }
    String lower = token.toLowerCase(Locale.ROOT);
    return lower.contains("http://")
        || lower.contains("https://")
        || lower.startsWith("www.")
        || isDomain(lower);
  }

  /** Two or more labels, the last a known domain, perhaps with a path. */
  private static boolean isDomain(String token) {
    int end = token.indexOf('/') < 0 ? token.length() : token.indexOf('/');
    while (end > 0 && !Character.isLetterOrDigit(token.charAt(end - 1))) {
      end--;
    }
    int dot = token.lastIndexOf('.', end - 1);
    if (dot < 2 || !DOMAINS.contains(token.substring(dot + 1, end))) {
      return false;
    }
    for (int i = 0; i < dot; i++) {
      char c = token.charAt(i);
      if (c >= 128 || !(Character.isLetterOrDigit(c) || c == '.' || c == '-')) {
        return false;
      }
    }
    // "wow...me" is no address.
    return !token.contains("..");
  }
}

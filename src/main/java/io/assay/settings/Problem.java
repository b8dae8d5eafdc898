package io.assay.settings;

import java.util.List;

/**
 * One mistake in the settings.
 *
 * @param path dotted path of the key, e.g. {@code engagement.min_posts}
 * @param value what was found there
 * @param allowed what may stand there
 */
public record Problem(String path, String value, String allowed) {
  @Override
  public String toString() {
    return path + ": " + value + "; allowed: " + allowed;
  }

  /**
   * All mistakes in one message.
   *
   * @param head subject and verb, e.g. {@code settings have}
   */
  public static String list(String head, List<Problem> problems) {
    StringBuilder list = new StringBuilder(head + " " + problems.size() + " problem(s):");
    problems.forEach(p -> list.append("\n  ").append(p));
    return list.toString();
  }
}

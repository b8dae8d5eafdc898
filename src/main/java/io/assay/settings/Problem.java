package io.assay.settings;

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
}

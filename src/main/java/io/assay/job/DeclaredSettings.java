package io.assay.job;

import io.assay.settings.Settings;

/**
 * The settings as a stage sees them: only the sections that it declares. A day is made again when
 * one of these changed; so what is read and not declared would leave wrong days standing.
 *
 * @param all validated settings
 * @param stage who reads them
 */
public record DeclaredSettings(Settings all, Stage stage) {

  /**
   * @param section class of the section
   * @throws IllegalStateException if the stage does not declare it
   */
  public <S extends Record> S get(Class<S> section) {
    if (!stage.settings().contains(section)) {
      throw new IllegalStateException(
          "stage "
              + stage.name()
              + " reads the settings '"
              + Settings.name(section)
              + "', but does not declare that it does");
    }
    return all.section(section);
  }

  /** Hash of what the stage may read. */
  public String hash() {
    return all.hash(stage.settings());
  }
}

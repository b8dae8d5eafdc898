package io.assay.ingest;

import java.util.List;

/** Files that cannot be read as what they claim to be. They are quarantined whole, by name. */
final class BrokenFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<InputFile> files;

  /**
   * @param files all with the same fault
   * @param fault as the reason in the quarantine
   */
  BrokenFile(List<InputFile> files, String fault, Exception cause) {
    super(fault, cause);
    this.files = List.copyOf(files);
  }

  List<InputFile> files() {
    return files;
  }
}

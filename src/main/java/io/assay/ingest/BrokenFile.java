package io.assay.ingest;

/** A file that cannot be opened as what it claims to be. It is quarantined whole, by name. */
final class BrokenFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient InputFile file;

  BrokenFile(InputFile file, Exception cause) {
    super(file.name() + ": " + cause.getMessage(), cause);
    this.file = file;
  }

  InputFile file() {
    return file;
  }
}

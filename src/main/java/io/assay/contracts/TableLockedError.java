package io.assay.contracts;

/** Another run holds the table. Exit code 4. */
public final class TableLockedError extends AssayError {
  private static final long serialVersionUID = 1L;

  public TableLockedError(String message, String remedy) {
    super(4, message, remedy, null);
  }
}

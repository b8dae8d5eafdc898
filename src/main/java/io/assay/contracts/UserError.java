package io.assay.contracts;

/** The caller's mistake: an argument, a setting, an input that is not there. Exit code 2. */
public final class UserError extends AssayError {
  private static final long serialVersionUID = 1L;

  public UserError(String message, String remedy) {
    this(message, remedy, null);
  }

  public UserError(String message, String remedy, Throwable cause) {
    super(2, message, remedy, cause);
  }
}

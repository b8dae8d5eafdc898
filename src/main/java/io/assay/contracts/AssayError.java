package io.assay.contracts;

/**
 * A failure that Assay can explain: what happened, and what the reader can do about it. Everything
 * else that is thrown is a bug and ends with exit code 1.
 */
public abstract class AssayError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String remedy;

  AssayError(int exitCode, String message, String remedy, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
    this.remedy = remedy;
  }

  /** The process's exit code for this kind of failure. */
  public int exitCode() {
    return exitCode;
  }

  /** What to do next, as one imperative sentence. */
  public String remedy() {
    return remedy;
  }
}

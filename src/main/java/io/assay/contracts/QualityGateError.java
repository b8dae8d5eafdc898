package io.assay.contracts;

/** Data that may not be published: a failed check, too many quarantined records. Exit code 3. */
public final class QualityGateError extends AssayError {
  private static final long serialVersionUID = 1L;

  public QualityGateError(String message, String remedy) {
    super(3, message, remedy, null);
  }
}

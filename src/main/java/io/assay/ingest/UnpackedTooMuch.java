package io.assay.ingest;

import io.assay.contracts.UserError;
import java.io.IOException;

/** A packed file holds more than it may: it is a bomb, or larger than the settings expect. */
final class UnpackedTooMuch extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param limit that is exceeded, with its setting
   */
  UnpackedTooMuch(String limit) {
    super("it unpacks to more than " + limit);
  }

  /**
   * What a person is told.
   *
   * @param name of the file within the delivery
   */
  static UserError of(String name, String message) {
    return new UserError(
        name + " of the delivery is not read: " + message,
        "If it is meant to be so large, raise the setting; otherwise remove the file.");
  }
}

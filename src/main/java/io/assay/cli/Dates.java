package io.assay.cli;

import io.assay.contracts.UserError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads days and times from arguments, strictly. */
final class Dates {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Dates() {}

  /** A day such as 2026-10-31. */
  static LocalDate day(String option, String text) {
    try {
      if (DAY.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException e) {
      // told below, in our words
    }
    throw new UserError(
        option + " " + text + " is not a date; write YYYY-MM-DD",
        "For example " + option + " 2026-10-31.");
  }

  /** A moment with its offset, such as 2026-10-31T17:22:05Z. */
  static Instant moment(String option, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new UserError(
          option + " " + text + " is not a time; write YYYY-MM-DDThh:mm:ssZ",
          "For example " + option + " 2026-10-31T17:22:05Z.",
          e);
    }
  }
}

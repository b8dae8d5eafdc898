package io.assay.ingest;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numbers as people and spreadsheets write them. What can be read in two ways is read in
 * neither unless the source's {@link Notation} says which: {@code 12.000} is twelve to one half of
 * the world and twelve thousand to the other.
 */
final class NumberText implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 64;

  /** What is this near to a whole number is one that went through floating point. */
  private static final BigDecimal NEAR = new BigDecimal("0.000001");

  private static final String EXPONENT = "([eE][+-]?\\d{1,3})?";

  /** As programs write it. */
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(\\p{Nd}+\\.?\\p{Nd}*|\\.\\p{Nd}+)" + EXPONENT);

  private static final Pattern BY_PROGRAM =
      Pattern.compile("[+-]?\\d+(?:\\.\\d+)?[eE][+-]?\\d{1,3}");

  /** One mark before three digits: a fraction, or thousands. */
  private static final Pattern TWO_READINGS =
      Pattern.compile("[+-]?(?!0)\\p{Nd}{1,3}[.,]\\p{Nd}{3}");

  /** Thousands that can be nothing else: the mark stands twice, or is none of a fraction. */
  private static final Pattern GROUPED =
      Pattern.compile(
          "([+-]?\\d{1,3})"
              + "((?:,\\d{3}){2,}|(?:\\.\\d{3}){2,}|(?:[ \\u00a0\\u202f'\\u2019]\\d{3})+)");

  /** Thousands and then a fraction behind the other mark. */
  private static final Pattern GROUPED_WITH_FRACTION =
      Pattern.compile("([+-]?\\d{1,3}(?:,\\d{3})+)\\.(\\d+)|([+-]?\\d{1,3}(?:\\.\\d{3})+),(\\d+)");

  private static final Pattern NO_DIGIT = Pattern.compile("[^\\d+-]");

  /** What the source's own notation looks like; null where it says nothing. */
  private final Pattern said;

  NumberText(Notation notation) {
    this.said =
        notation.saysNumbers()
            ? Pattern.compile(
                "([+-]?(?:\\d{1,3}(?:"
                    + mark(notation.thousands())
                    + "\\d{3})+|\\d+))(?:"
                    + mark(notation.decimal())
                    + "(\\d+))?"
                    + EXPONENT)
            : null;
  }

  private static String mark(String character) {
    return switch (character) {
      case " " -> "[ \\u00a0\\u202f]";
      case "'" -> "['\\u2019]";
      default -> Pattern.quote(character);
    };
  }

  /** Whether a text is one that nobody but its source can read. */
  boolean hasTwoReadings(String text) {
    return said == null && TWO_READINGS.matcher(text).matches();
  }

  /** The number; null if it is none or has two readings. */
  BigDecimal number(String text) {
    if (text.length() > LONGEST || hasTwoReadings(text)) {
      return null;
    }
    if (said != null) {
      // With an exponent and a point programs write it, not people, and nobody parts thousands.
      if (BY_PROGRAM.matcher(text).matches()) {
        return plain(text);
      }
      Matcher form = said.matcher(text);
      return form.matches() ? decimal(form.group(1), form.group(2), form.group(3)) : null;
    }
    if (GROUPED.matcher(text).matches()) {
      return decimal(text, null, null);
    }
    Matcher form = GROUPED_WITH_FRACTION.matcher(text);
    if (form.matches()) {
      boolean point = form.group(1) != null;
      return decimal(form.group(point ? 1 : 3), form.group(point ? 2 : 4), null);
    }
    return plain(text);
  }

  /** The number that a program wrote; null if it is none. */
  static BigDecimal plain(String text) {
    boolean fits = text.length() <= LONGEST && PLAIN.matcher(text).matches();
    return fits ? new BigDecimal(text) : null;
  }

  private static BigDecimal decimal(String whole, String fraction, String exponent) {
    return new BigDecimal(
        NO_DIGIT.matcher(whole).replaceAll("")
            + (fraction == null ? "" : "." + fraction)
            + (exponent == null ? "" : exponent));
  }

  /** The whole number that it is, or is within a millionth of; null for every other. */
  static Long whole(BigDecimal number) {
    if (number == null || number.precision() - number.scale() > 19) {
      return null;
    }
    BigDecimal rounded = number.setScale(0, RoundingMode.HALF_EVEN);
    if (number.subtract(rounded).abs().compareTo(NEAR) > 0) {
      return null;
    }
    boolean fits = rounded.toBigInteger().bitLength() < Long.SIZE;
    return fits ? rounded.longValueExact() : null;
  }
}

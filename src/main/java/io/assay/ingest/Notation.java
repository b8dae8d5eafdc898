package io.assay.ingest;

import io.assay.settings.Section;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a source writes what can be read in two ways.
 *
 * @param thousands the character between thousands; null where nobody says
 * @param decimal the character before a fraction; null where nobody says
 * @param zone of times that name none, as {@link java.time.ZoneId} knows it
 * @param handles whether accounts go by their handles, so that words are no missing ids
 */
public record Notation(String thousands, String decimal, String zone, boolean handles)
    implements Serializable {
  /** Nothing is said: numbers with two readings are refused, and times are in UTC. */
  static final Notation UNSAID = new Notation(null, null, "UTC", false);

  private static final List<String> THOUSANDS = List.of(",", ".", " ", "'");
  private static final List<String> DECIMALS = List.of(".", ",");

  /** Letters alone are short names, of which Java knows one meaning and people several. */
  private static final Pattern SHORT_NAME = Pattern.compile("[A-Z]{1,4}");

  /** Reads the keys {@code numbers, zone, ids} of a mapping file, all optional. */
  static Notation read(Section root) {
    String zone = root.has("zone") ? zone(root) : UNSAID.zone();
    boolean handles = root.has("ids") && root.oneOf("ids", List.of("handles")) != null;
    if (!root.has("numbers")) {
      return new Notation(null, null, zone, handles);
    }
    Section numbers = root.section("numbers");
    String thousands = numbers.oneOf("thousands", THOUSANDS);
    String decimal = numbers.oneOf("decimal", DECIMALS);
    numbers.end();
    if (thousands.equals(decimal)) {
      numbers.problem("decimal", decimal, "another character than thousands");
    }
    return new Notation(thousands, decimal, zone, handles);
  }

  private static String zone(Section root) {
    String zone = root.text("zone");
    if (!isZone(zone)) {
      root.problem("zone", zone, "a place or an offset, such as Europe/London or +05:30");
      return UNSAID.zone();
    }
    return zone;
  }

  private static boolean isZone(String zone) {
    if (SHORT_NAME.matcher(zone).matches()) {
      return zone.equals("UTC");
    }
    try {
      ZoneId.of(zone);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  boolean saysNumbers() {
    return decimal != null;
  }
}

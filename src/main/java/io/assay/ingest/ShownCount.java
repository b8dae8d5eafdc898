package io.assay.ingest;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts as platforms show them to people: {@code 1.2M}, {@code 45.3k}, {@code 1,2 mio}, {@code 12
 * тыс}, {@code 1.2万}. The words are listed in src/docs/mappings.md.
 */
final class ShownCount {
  private static final Pattern SHOWN =
      Pattern.compile("([+-]?[0-9][0-9.,]*)[\\s\\u00a0\\u202f]*(\\p{L}+)\\.?\\+?");

  /** Before a word a mark with one or two digits behind it is a fraction's. */
  private static final Pattern FRACTION = Pattern.compile("([+-]?\\d+)(?:[.,](\\d{1,2}))?");

  /**
   * {@code 45,3 B} is thousands in Turkish and billions in English; {@code mil} thousands in
   * Spanish and, with a point, millions in Czech and Romanian.
   */
  private static final Pattern HAS_TWO_READINGS =
      Pattern.compile("(?iu)[0-9.]*,[0-9]+\\s*b|[0-9.,]+[\\s\\u00a0\\u202f]+b|.*mil\\.");

  /** A power of ten and the words for it, in lower case. */
  private static final Map<Integer, String> WORDS =
      Map.of(
          3, "k thousand tsd tausend tys тыс tisíc mil mila rb ribu bin 千 천",
          4, "万 萬 만",
          5, "lakh lakhs lac",
          6, "m mn mio mln million millions millionen millones mi milyon млн jt juta 百万",
          7, "crore crores cr",
          8, "亿 億 억",
          9, "b bn billion billions mrd mld mlrd milliarden milyar млрд");

  private static final Map<String, Integer> POWERS = powers();

  private ShownCount() {}

  private static Map<String, Integer> powers() {
    Map<String, Integer> powers = new HashMap<>();
    WORDS.forEach(
        (power, words) -> {
          for (String word : words.split(" ")) {
            powers.put(word, power);
          }
        });
    return powers;
  }

  /** The count in digits; a text that is none, or has two readings, as it came. */
  static String digits(String text) {
    BigDecimal count = text == null ? null : count(text);
    return count == null ? text : count.toBigInteger().toString();
  }

  /** Whether a text is what people may be shown of a count: less than its last digit's unit off. */
  static boolean mayShow(String text, BigDecimal count) {
    BigDecimal shown = count(text);
    return shown != null && shown.subtract(count).abs().compareTo(shown.ulp()) < 0;
  }

  /** The count with the unit of its last digit; null if the text is none or has two readings. */
  private static BigDecimal count(String text) {
    if (HAS_TWO_READINGS.matcher(text.strip()).matches()) {
      return null;
    }
    Matcher shown = SHOWN.matcher(text.strip());
    Integer power = shown.matches() ? POWERS.get(shown.group(2).toLowerCase(Locale.ROOT)) : null;
    Matcher number = power == null ? null : FRACTION.matcher(shown.group(1));
    if (number == null || !number.matches()) {
      return null;
    }
    String fraction = number.group(2) == null ? "" : "." + number.group(2);
    return new BigDecimal(number.group(1) + fraction).scaleByPowerOfTen(power);
  }
}

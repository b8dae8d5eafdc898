package io.assay.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Whether the numbers of a text are those that queries gave, rounded. */
final class ToldNumbers {
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
  private static final Pattern BEYOND = Pattern.compile("(over|under) ([\\d.]+) %");

  private final List<Double> values = new ArrayList<>();
  private final Set<String> texts = new LinkedHashSet<>();

  /** Takes in all that rows hold, however deep. */
  void add(List<Row> rows) {
    rows.forEach(this::take);
  }

  private void take(Object value) {
    if (value instanceof Row row) {
      for (int i = 0; i < row.size(); i++) {
        take(row.get(i));
      }
    } else if (value instanceof Seq<?> seq) {
      CollectionConverters.asJava(seq).forEach(this::take);
    } else if (value instanceof Number number) {
      values.add(number.doubleValue());
    } else if (value != null) {
      NUMBER.matcher(value.toString()).results().forEach(found -> texts.add(found.group()));
    }
  }

  /** The numbers of a text that no value gives, be it as a share in percent. */
  List<String> unfounded(String text) {
    List<String> unfounded = new ArrayList<>();
    Matcher beyond = BEYOND.matcher(text);
    while (beyond.find()) {
      double bound = Double.parseDouble(beyond.group(2)) / 100;
      boolean over = beyond.group(1).equals("over");
      if (values.stream().noneMatch(v -> v >= 0 && v < 1 && (over ? v > bound : v < bound))) {
        unfounded.add(beyond.group());
      }
    }
    NUMBER
        .matcher(BEYOND.matcher(text).replaceAll(""))
        .results()
        .map(found -> found.group().replaceAll(",$", ""))
        .filter(
            number ->
                !texts.contains(number)
                    && !texts.contains(number.replace(",", ""))
                    && !isGiven(number))
        .forEach(unfounded::add);
    return unfounded;
  }

  private boolean isGiven(String number) {
    double told = Double.parseDouble(number.replace(",", ""));
    int point = number.indexOf('.');
    double apart = 0.5 * Math.pow(10, point < 0 ? 0 : point + 1 - number.length()) + 1e-9;
    return values.stream()
        .map(Math::abs)
        .anyMatch(v -> Math.abs(v - told) <= apart || Math.abs(100 * v - told) <= apart);
  }
}

package io.assay.ingest;

import io.assay.settings.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Finds patterns by which Spark would read time zones in letters: for BST, IST or CST it takes the
 * one of several meanings that Java knows.
 */
final class ZonePatterns {
  private static final List<String> FUNCTIONS =
      List.of(
          "to_timestamp",
          "try_to_timestamp",
          "to_timestamp_ltz",
          "unix_timestamp",
          "to_unix_timestamp",
          "to_date",
          "try_to_date");

  private static final List<String> OPTIONS = List.of("timestampFormat", "dateFormat");

  private static final String EXPECTED =
      "no z, for zones in letters have several meanings: X or xx for offsets such as +01:00 or"
          + " +0100; 'UTC' in quotes where all times are in it; else cut the zone off and write"
          + " zone: at the top";

  private ZonePatterns() {}

  /** Notes such a pattern in an expression as a problem of its section. */
  static void refuse(Section section, String name, String sql) {
    Expression parsed;
    try {
      parsed = CatalystSqlParser$.MODULE$.parseExpression(sql);
    } catch (Exception e) { // Spark throws ParseException, which Scala does not declare
      return; // the mistake is told where the expression is used
    }
    refuse(section, name, parsed);
  }

  private static void refuse(Section section, String name, Expression expression) {
    if (expression instanceof UnresolvedFunction call && isOfTimes(call)) {
      List<Expression> arguments = CollectionConverters.asJava(call.arguments());
      if (arguments.size() > 1
          && arguments.get(1) instanceof Literal literal
          && literal.dataType() instanceof StringType
          && literal.value() instanceof UTF8String pattern
          && hasZoneName(pattern.toString())) {
        section.problem(name, pattern.toString(), EXPECTED);
      }
    }
    CollectionConverters.asJava(expression.children())
        .forEach(child -> refuse(section, name, child));
  }

  private static boolean isOfTimes(UnresolvedFunction call) {
    return FUNCTIONS.contains(call.nameParts().last().toLowerCase(Locale.ROOT));
  }

  /** Notes such a pattern among read options as a problem of their section. */
  static void refuse(Section section, Map<String, String> options) {
    for (String name : OPTIONS) {
      if (hasZoneName(options.getOrDefault(name, ""))) {
        section.problem(name, options.get(name), EXPECTED);
      }
    }
  }

  /** Letters between quotes stand for themselves. */
  static boolean hasZoneName(String pattern) {
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      quoted ^= pattern.charAt(i) == '\'';
      if (!quoted && pattern.charAt(i) == 'z') {
        return true;
      }
    }
    return false;
  }
}

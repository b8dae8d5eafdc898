package io.assay.ingest;

import io.assay.contracts.Feed;
import io.assay.contracts.Field;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Names of columns that a reader of CSV looks for, in lower case: by them a header is told from
 * other rows.
 *
 * @param names the names
 * @param areAllNeeded whether a file has to have them all
 */
record UsedNames(Set<String> names, boolean areAllNeeded) {
  /** Nobody knows. */
  static final UsedNames UNKNOWN = new UsedNames(Set.of(), false);

  private static final List<String> OURS =
      List.of("crawl_id", "crawl_date", "source_file", Positions.POSITION);

  /** Those of the format of ours. */
  static UsedNames of(Feed feed) {
    return new UsedNames(Set.copyOf(feed.fields().stream().map(Field::name).toList()), false);
  }

  /** Those that a source's expressions speak of. */
  static UsedNames of(Mapping.Source source) {
    Set<String> names = new HashSet<>();
    Stream.of(
            source.explode().values().stream(),
            Stream.ofNullable(source.where()),
            source.columns().values().stream())
        .flatMap(sql -> sql)
        .forEach(sql -> names.addAll(in(sql)));
    names.removeAll(OURS);
    for (String exploded : source.explode().keySet()) {
      names.remove(lower(exploded));
      names.remove(lower(exploded) + "_position");
    }
    return new UsedNames(Set.copyOf(names), source.schema() == null);
  }

  private static Set<String> in(String sql) {
    Set<String> names = new HashSet<>();
    Expression parsed;
    try {
      parsed = CatalystSqlParser$.MODULE$.parseExpression(sql);
    } catch (Exception e) { // Spark throws ParseException, which Scala does not declare
      return names; // the mistake is told where the expression is used
    }
    for (Expression leaf : CollectionConverters.asJava(parsed.collectLeaves())) {
      if (leaf instanceof UnresolvedAttribute attribute) {
        names.add(lower(attribute.nameParts().head()));
      }
    }
    return names;
  }

  /** Whether one of the names is among a header's. */
  boolean isAnyIn(Collection<String> header) {
    return header.stream().anyMatch(name -> names.contains(lower(name)));
  }

  /** Whether a row can be nothing but the header. */
  boolean tell(Collection<String> row) {
    Set<String> found = new HashSet<>();
    row.forEach(name -> found.add(lower(name)));
    found.retainAll(names);
    int needed = areAllNeeded ? names.size() : Math.min(2, names.size());
    return needed > 0 && found.size() >= needed;
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

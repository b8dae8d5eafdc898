package io.assay.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a name means that stands several times in a header, where nobody says which column is meant:
 * the value on which its columns agree. A count written out agrees with the same count as people
 * are shown it ({@code 1200000} with {@code 1.2M}). Where they differ the row is refused.
 */
final class RepeatedNames {
  private static final NumberText NUMBERS = new NumberText(Notation.UNSAID);

  private RepeatedNames() {}

  /**
   * @param rows with columns as {@link CsvNames} calls them
   * @param repeated for each name that stands several times, in lower case, its columns
   * @param used names that are looked for: one of {@code name_2} says that {@code name} is the
   *     first, and {@code name_1} is that too
   * @return the rows, in which a column of such a name has the value that it means
   */
  static Dataset<Row> resolved(
      Dataset<Row> rows, Map<String, List<String>> repeated, UsedNames used) {
    Dataset<Row> resolved = rows;
    for (Map.Entry<String, List<String>> e : repeated.entrySet()) {
      List<String> columns = e.getValue();
      String first = e.getKey() + "_1";
      if (used.names().contains(first)) {
        if (List.of(rows.columns()).stream().noneMatch(first::equalsIgnoreCase)) {
          resolved = resolved.withColumn(first, Records.named(columns.get(0)));
        }
      } else if (used.names().contains(e.getKey())
          && columns.stream().skip(1).noneMatch(c -> used.isAnyIn(List.of(c)))) {
        resolved = agreed(resolved, columns);
      }
    }
    return resolved;
  }

  private static Dataset<Row> agreed(Dataset<Row> rows, List<String> columns) {
    String name = columns.get(0);
    Column[] cells = columns.stream().map(Records::named).toArray(Column[]::new);
    UDF1<Seq<String>, String> agree =
        texts -> value(CollectionConverters.asJava(texts).toArray(String[]::new));
    Column value = udf(agree, DataTypes.StringType).apply(array(cells));
    Column differ =
        when(
            coalesce(cells).isNotNull().and(value.isNull()),
            name
                + " stands "
                + columns.size()
                + " times in the header, with values that differ; "
                + name
                + "_1, "
                + String.join(", ", columns.subList(1, columns.size()))
                + " in a mapping say which is meant");
    return rows.withColumn(Records.FAULT, coalesce(col(Records.FAULT), differ))
        .withColumn(name, value);
  }

  /** The value on which texts agree; null if they do not, or there is none. */
  static String value(String... texts) {
    Set<String> different = new LinkedHashSet<>();
    for (String text : texts) {
      if (text != null && !text.isBlank()) {
        different.add(text.strip());
      }
    }
    if (different.size() <= 1) {
      return different.stream().findFirst().orElse(null);
    }
    for (String text : different) {
      Long count = NumberText.whole(NUMBERS.number(text));
      if (count != null
          && different.stream().allMatch(other -> isSame(BigDecimal.valueOf(count), other))) {
        return text;
      }
    }
    return null;
  }

  private static boolean isSame(BigDecimal count, String other) {
    BigDecimal number = NUMBERS.number(other);
    return number == null ? ShownCount.mayShow(other, count) : number.compareTo(count) == 0;
  }
}

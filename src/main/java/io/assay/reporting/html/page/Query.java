package io.assay.reporting.html.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A query that gives what a section shows. They are kept as data, in {@code queries.yaml}.
 *
 * @param section where it is shown
 * @param asks what it answers
 * @param sql in Spark's dialect, with {@code {lake}} and {@code {as_of}} left open
 */
public record Query(String section, String asks, String sql) {
  public static final List<Query> ALL = load();

  private static List<Query> load() {
    try {
      return new ObjectMapper(new YAMLFactory())
          .readValue(Assets.own("queries.yaml"), new TypeReference<List<Query>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("queries.yaml cannot be read", e);
    }
  }

  /** The queries of a section. */
  public static List<Query> of(String section) {
    return ALL.stream().filter(query -> query.section().equals(section)).toList();
  }

  /** The query over a lake and a day. */
  public String sql(String lake, String asOf) {
    String path = lake.replaceAll("/+$", "").replace("`", "``");
    return sql.strip().replace("{lake}", path).replace("{as_of}", asOf);
  }
}

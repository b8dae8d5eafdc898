package io.assay.reporting.html.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * A picture of the page: one or several variants to choose from, each a chart specification whose
 * open places are filled. Specifications are kept as data, in {@code charts/NAME.json}; {@code
 * "$rows"} is an open place, {@code "token:accent"} a colour of the design, {@code "fn:percent"} a
 * function of the page's script.
 *
 * @param id its element's
 * @param title its heading
 * @param says what there is to be seen, for those who do not see it
 * @param rows bars or bands in it, from which its height follows; 0 for a picture of usual height
 * @param variants at least one
 */
public record Chart(String id, String title, String says, int rows, List<Variant> variants) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param label what it is chosen by
   * @param option the specification, filled
   */
  public record Variant(String label, JsonNode option) {}

  /** The style of an element high enough for its rows. */
  public String height() {
    if (rows == 0) {
      return "chart";
    }
    int step = rows <= 2 ? 1 : rows <= 6 ? 2 : rows <= 12 ? 3 : rows <= 22 ? 4 : 5;
    return "chart rows-" + step;
  }

  /**
   * A specification with its open places filled.
   *
   * @param spec name of the file
   * @param values for all of its open places
   */
  static Variant variant(String label, String spec, Map<String, ?> values) {
    try {
      JsonNode tree = JSON.readTree(Assets.own("charts/" + spec + ".json"));
      return new Variant(label, filled(tree, values));
    } catch (IOException e) {
      throw new UncheckedIOException("chart " + spec + " is no JSON", e);
    }
  }

  private static JsonNode filled(JsonNode node, Map<String, ?> values) {
    if (node instanceof ObjectNode object) {
      ObjectNode made = JSON.createObjectNode();
      object.properties().forEach(e -> made.set(e.getKey(), filled(e.getValue(), values)));
      return made;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode made = JSON.createArrayNode();
      array.forEach(item -> made.add(filled(item, values)));
      return made;
    }
    if (node.isTextual() && node.asText().startsWith("$")) {
      String name = node.asText().substring(1);
      if (!values.containsKey(name)) {
        throw new IllegalArgumentException("a chart has no value for " + name);
      }
      return JSON.valueToTree(values.get(name));
    }
    return node;
  }
}

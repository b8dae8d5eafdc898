package io.assay.reporting.html.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Values as JSON: for the file beside the page, and for a script block inside it. */
public final class ReportJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private static final ObjectMapper SHORT = new ObjectMapper();

  private ReportJson() {}

  /** To be read by programs and by people. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the report's values are no JSON", e);
    }
  }

  /**
   * To stand in a script block: whatever a crawl may have brought, nothing in it ends the block,
   * opens another element or ends a line of a script.
   */
  static String inert(Object value) {
    try {
      return SHORT
          .writeValueAsString(value)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a chart is no JSON", e);
    }
  }
}

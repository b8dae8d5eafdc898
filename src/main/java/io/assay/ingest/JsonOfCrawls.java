package io.assay.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/**
 * How JSON is parsed that others delivered. A crawl may hold any number of names; they must neither
 * fill the JVM's own table of texts nor, chosen to collide, end the run; and what it says does not
 * appear in messages of the parser.
 */
final class JsonOfCrawls {
  private JsonOfCrawls() {}

  /**
   * Of the canonical form: JSON, and numbers that are none, which pandas writes.
   *
   * @param longestText characters of the longest text that is read
   */
  static JsonFactory canonical(int longestText) {
    return builder(longestText).build();
  }

  /**
   * Whatever Spark's own reader may be told to read as well.
   *
   * @param longestText characters of the longest text that is read
   */
  static JsonFactory mapped(int longestText) {
    return builder(longestText)
        .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
        .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
        .build();
  }

  private static JsonFactoryBuilder builder(int longestText) {
    return new JsonFactoryBuilder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(longestText).build());
  }
}

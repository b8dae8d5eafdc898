package io.assay.engagement;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;

/** The kinds of post that are told apart, as small codes that travel with every post. */
final class MediaTypes {

  /** Every post, whatever its kind. */
  static final String ALL = "all";

  private static final List<String> NAMES =
      List.of(
          "image",
          "carousel",
          "video",
          "short_video",
          "live",
          "story",
          "text",
          "other", // a kind that the crawl format does not name
          "unknown", // the crawl says nothing
          ALL);

  static final int ALL_CODE = NAMES.indexOf(ALL);

  private static final int OTHER = NAMES.indexOf("other");
  private static final int UNKNOWN = NAMES.indexOf("unknown");

  private MediaTypes() {}

  static int count() {
    return NAMES.size();
  }

  static String name(int code) {
    return NAMES.get(code);
  }

  /** Code of a name. */
  static int code(String name) {
    return NAMES.indexOf(name);
  }

  /** Code (long) of a column of media types. */
  static Column code(Column mediaType) {
    Column code = when(mediaType.isNull(), lit((long) UNKNOWN));
    for (int i = 0; i < OTHER; i++) {
      code = code.when(mediaType.equalTo(NAMES.get(i)), lit((long) i));
    }
    return code.otherwise(lit((long) OTHER));
  }
}

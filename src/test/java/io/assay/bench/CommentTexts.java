package io.assay.bench;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.repeat;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.workbench.worlds.Vocabulary;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Texts of comments: of a hundred 18 are generic, 7 emoji alone, 10 copied, 65 written for the
 * occasion. The latter two are words of one language in no order, so that few are alike by chance.
 */
final class CommentTexts {
  private static final long GENERIC = 18;
  private static final long EMOJI = 7;
  private static final long COPIED = 10;
  private static final long FEWEST_WORDS = 3;
  private static final long MOST_WORDS = 14;
  private static final long MOST_EMOJI = 3;

  /** So many rows of a crawl share one text to copy; the copies are a 50th of the rows. */
  private static final long ROWS_PER_COPIED_TEXT = 1_000;

  private static final List<String> PHRASES =
      List.of(
          "so good",
          "love this",
          "Love this!",
          "nice pic",
          "wow",
          "great shot",
          "amazing content",
          "goals",
          "so beautiful",
          "this is everything",
          "check my page",
          "qué bonito",
          "me encanta",
          "lindo demais",
          "keren banget",
          "magnifique",
          "बहुत सुंदर",
          "جميل جدا",
          "素敵です");

  private CommentTexts() {}

  /**
   * @param row number of the row, a long
   * @param rows how many the crawl has
   */
  static Column of(Column row, long rows) {
    Column kind = below(100, row, 11);
    Column copied = kind.lt(GENERIC + EMOJI + COPIED);
    // Whoever copies the same text draws the same words: by its number, which is no row's.
    Column written =
        when(copied, below(Math.max(1, rows / ROWS_PER_COPIED_TEXT), row, 12).plus(1).multiply(-1))
            .otherwise(row);
    Column emoji = repeat(pick(Vocabulary.EMOJI, row, 13), below(MOST_EMOJI, row, 14).plus(1));
    Column phrase = pick(PHRASES, row, 15);
    return when(
            kind.lt(GENERIC),
            when(below(2, row, 16).equalTo(0), phrase).otherwise(concat(phrase, lit(" "), emoji)))
        .when(kind.lt(GENERIC + EMOJI), emoji)
        .otherwise(words(written));
  }

  private static Column words(Column text) {
    Column[] languages =
        Arrays.stream(Vocabulary.values()).map(CommentTexts::vocabulary).toArray(Column[]::new);
    Column language = get(array(languages), below(languages.length, text, 17).cast("int"));
    Column count = below(MOST_WORDS - FEWEST_WORDS + 1, text, 18).plus(FEWEST_WORDS);
    Column drawn =
        transform(
            sequence(lit(1L), count),
            i ->
                get(
                    language,
                    pmod(xxhash64(text, i, lit(19)), size(language).cast("long")).cast("int")));
    return array_join(drawn, " ");
  }

  private static Column vocabulary(Vocabulary language) {
    return literals(
        Stream.of(language.openings, language.subjects, language.closings, language.bios)
            .flatMap(Collection::stream)
            .flatMap(phrase -> Arrays.stream(phrase.split(" ")))
            .distinct()
            .toList());
  }

  private static Column pick(List<String> values, Column row, int purpose) {
    return get(literals(values), below(values.size(), row, purpose).cast("int"));
  }

  private static Column literals(List<String> values) {
    return array(values.stream().map(functions::lit).toArray(Column[]::new));
  }

  /** A whole number below the bound, the same for a row whenever drawn for the same purpose. */
  private static Column below(long bound, Column row, int purpose) {
    return pmod(xxhash64(row, lit(purpose)), lit(bound));
  }
}

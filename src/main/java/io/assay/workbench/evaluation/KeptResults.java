package io.assay.workbench.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * Results of one seed that were found before, each by what was asked.
 *
 * @param folder of the seed
 * @param labels to compare with
 */
record KeptResults(SparkSession spark, KeptFolder folder, LabelInput labels) {

  /**
   * A result.
   *
   * @param question what was asked
   * @param crawl what was scored
   * @param asOf day that was evaluated; null for none
   * @param evaluated what was found
   */
  record Kept(String question, String crawl, String asOf, Evaluated evaluated) {
    LocalDate day() {
      return asOf == null ? null : LocalDate.parse(asOf);
    }
  }

  /** What was found before; empty if it was not asked, or of other files. */
  Optional<Kept> find(Asked asked) {
    String question = identity(asked);
    Path file = folder.resolve(name(question));
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Kept kept = KeptFolder.JSON.readValue(file.toFile(), Kept.class);
      return Optional.of(kept).filter(k -> k.question().equals(question));
    } catch (IOException e) {
      return Optional.empty(); // what cannot be read is found again
    }
  }

  void keep(Asked asked, EvaluationLog.Entry entry) {
    String question = identity(asked);
    String day = entry.asOf() == null ? null : entry.asOf().toString();
    folder.write(name(question), new Kept(question, entry.crawl(), day, entry.evaluated()));
  }

  private static String name(String question) {
    return "results/" + Hashes.of(question).substring(0, 16) + ".json";
  }

  private String identity(Asked asked) {
    boolean files = asked.table() != null && !asked.table().isInLake();
    return asked.identity()
        + " against "
        + labels
        + (files ? " " + FileStamps.of(spark, asked.table().location()) : "")
        + (labels.path() == null ? "" : " " + FileStamps.of(spark, labels.path()));
  }
}

package io.assay.workbench.evaluation;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Which accounts count as positive: those with a label of a kind that counts and, where classes are
 * chosen, of one of these classes.
 *
 * @param labels labels that count, genuine not among them
 * @param classes classes that count; empty for every one, and for labels without a class
 */
public record Positives(List<String> labels, List<String> classes) {
  public Positives {
    labels = List.copyOf(labels);
    classes = List.copyOf(classes);
  }

  /** Accounts with one of these labels, of whatever class. */
  public static Positives ofLabels(List<String> labels) {
    return new Positives(labels, List.of());
  }

  /** Whether results are told apart by class and not by label. */
  boolean byClass() {
    return !classes.isEmpty();
  }

  /** Whether a label, a row of the feed {@code labels}, counts; null or false where not. */
  Column counts() {
    Column label = col("label").isin(labels.toArray());
    return byClass() ? label.and(col("class").isin(classes.toArray())) : label;
  }

  /** What counts, in words: the classes where they are chosen, else the labels. */
  public String words() {
    return byClass() ? "class " + String.join(", ", classes) : String.join(", ", labels);
  }

  /** The same for a column of a table: labels by comma, then classes if they are chosen. */
  String text() {
    String all = String.join(",", labels);
    return byClass() ? all + " of class " + String.join(",", classes) : all;
  }
}

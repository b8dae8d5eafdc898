package io.assay.job;

import io.assay.contracts.Table;
import java.util.List;
import java.util.function.Consumer;

/**
 * A stage that works for a day.
 *
 * @param stage what it reads and writes
 * @param body its work
 */
public record Job(Stage stage, Consumer<JobContext> body) {

  /** A job that needs all that it reads, and reads no settings. */
  public Job(
      String name,
      String description,
      List<Table> reads,
      List<Table> writes,
      Consumer<JobContext> body) {
    this(new Stage(name, description, reads, List.of(), writes, List.of()), body);
  }

  public String name() {
    return stage.name();
  }

  public String description() {
    return stage.description();
  }

  public List<Table> reads() {
    return stage.reads();
  }

  public List<Table> writes() {
    return stage.writes();
  }
}

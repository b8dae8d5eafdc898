package io.assay.job;

import io.assay.contracts.Table;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One step of a run, as data: the order of a run, the schedule and the documentation follow from
 * what it reads and writes.
 *
 * @param name what people type and the ledger shows
 * @param description what it is for, one line
 * @param reads tables it reads, and cannot do without
 * @param readsIfHeld tables it reads where the lake holds them
 * @param writes tables whose slice it replaces
 * @param body the stage's job
 */
public record Job(
    String name,
    String description,
    List<Table> reads,
    List<Table> readsIfHeld,
    List<Table> writes,
    Consumer<JobContext> body) {

  public Job(
      String name,
      String description,
      List<Table> reads,
      List<Table> writes,
      Consumer<JobContext> body) {
    this(name, description, reads, List.of(), writes, body);
  }

  /** All tables of other jobs that it may read. */
  public List<Table> inputs() {
    return Stream.concat(reads.stream(), readsIfHeld.stream()).toList();
  }

  /** All tables it may read: those of other jobs, and its own of earlier days. */
  public List<Table> readable() {
    return Stream.concat(inputs().stream(), writes.stream()).toList();
  }
}

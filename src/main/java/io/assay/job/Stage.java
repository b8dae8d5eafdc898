package io.assay.job;

import io.assay.contracts.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a stage says of itself: the order of a run, the schedule and the documentation follow from
 * what it reads and writes.
 *
 * @param name what people type and the ledger shows
 * @param description what it is for, one line
 * @param reads tables it reads, and cannot do without
 * @param readsIfHeld tables it reads where the lake holds them
 * @param writes tables whose slice it replaces
 * @param settings sections of the settings that it reads; when others change, its days stand
 * @param followsEarlier whether a day's results follow from those of the newest earlier day, as
 *     names that are kept do; when that day is made again, this one is to be
 */
public record Stage(
    String name,
    String description,
    List<Table> reads,
    List<Table> readsIfHeld,
    List<Table> writes,
    List<Class<? extends Record>> settings,
    boolean followsEarlier) {

  /** A stage whose days do not follow from each other. */
  public Stage(
      String name,
      String description,
      List<Table> reads,
      List<Table> readsIfHeld,
      List<Table> writes,
      List<Class<? extends Record>> settings) {
    this(name, description, reads, readsIfHeld, writes, settings, false);
  }

  /** All tables of other stages that it may read. */
  public List<Table> inputs() {
    return Stream.concat(reads.stream(), readsIfHeld.stream()).toList();
  }
}

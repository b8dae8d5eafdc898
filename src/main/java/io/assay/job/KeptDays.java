package io.assay.job;

import io.assay.contracts.Table;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;

/**
 * Keeps the days of a table up to date that each day's run adds to: the run's own day is always
 * made; of the earlier ones those that were never made or whose inputs changed, in the order of the
 * days, since a later one may depend on the contents of earlier ones. A day whose inputs changed
 * without a consequence is recorded as it stands.
 */
public final class KeptDays {
  private final JobContext context;
  private final Table table;
  private final Lineage recorded;

  /** Hash of each day's content, as it is by now. */
  private final TreeMap<LocalDate, String> contents;

  /** What a table knows of its days. */
  public interface Days {

    /**
     * Hash of what the day is made of.
     *
     * @param contents hashes of the contents of days, on which it may depend
     */
    String inputs(LocalDate day, NavigableMap<LocalDate, String> contents);

    /** Whether the day would come out as it is, although its inputs changed. */
    boolean isUnchanged(LocalDate day);

    /** Publishes the day. */
    Published make(LocalDate day, String inputs);
  }

  public KeptDays(JobContext context, Table table) {
    this.context = context;
    this.table = table;
    this.recorded = context.source().lineage(table);
    this.contents = new TreeMap<>(recorded.contents());
  }

  /** Makes the days that have to be made. */
  public void bringUpToDate(NavigableSet<LocalDate> days, Days of) {
    for (LocalDate day : days) {
      String inputs = of.inputs(day, Collections.unmodifiableNavigableMap(contents));
      boolean stands = recorded.stands(day, inputs);
      if (day.equals(context.asOf()) || !stands && !of.isUnchanged(day)) {
        contents.put(day, of.make(day, inputs).contentHash());
      } else if (!stands) {
        context.sink().confirm(table, day, inputs);
      }
    }
  }

  /** What is recorded of the days, from before this run. */
  public Lineage recorded() {
    return recorded;
  }
}

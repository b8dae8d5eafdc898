package io.assay.job;

import io.assay.contracts.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A slice that is written and not yet visible. */
public interface StagedSlice {

  /** The table that it is written to. */
  Table table();

  long rows();

  /** Hash of the rows, without run_id. */
  String contentHash();

  /** What an {@link Aside} counted under a name. */
  Object counted(String name);

  /** What was written, in the table's columns without those of the slice. */
  Dataset<Row> reread();

  /** Whether two rows have the same hash of their key, so that they may share it. */
  boolean mayRepeatKeys();

  /** The keys that occur more than once. */
  RepeatedKeys repeatedKeys();

  /**
   * Looks for surplus rows only where they can be.
   *
   * @param ofSource the keys that were repeated in what was written, whose other rows are written
   *     as they were
   */
  void checkKeysAmong(RepeatedKeys ofSource);

  /** Removes the files of a write that will not be published, before the sink would. */
  void discard();
}

package io.assay.lake;

import io.assay.contracts.Table;
import io.assay.job.Lineage;
import io.assay.job.Replaced;
import io.assay.job.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is known of the slices that were published, by this run and by others. */
public interface PublishedSlices {

  /** Takes in what other processes have published since it was asked first. */
  void lookAgain();

  /** Of each day of a table, what it was made of and its content. */
  Lineage lineage(Table table);

  /** By table (layer and name): the last publication of the slice in each. */
  Map<String, Replaced> replaced(Slice slice);

  /** Days of silver that were published, from one on, in order. */
  List<LocalDate> silverDays(LocalDate from);

  /**
   * Version of the newest commit that may have changed rows of the table and of which nothing is
   * known; less than any version where there is none. What is known of slices that were published
   * before it may be true no longer.
   */
  long newestUnknown(Table table);

  /** For a lake of which nothing is to be known. */
  static PublishedSlices none() {
    return new PublishedSlices() {
      @Override
      public void lookAgain() {}

      @Override
      public Lineage lineage(Table table) {
        return new Lineage(Map.of(), Map.of());
      }

      @Override
      public Map<String, Replaced> replaced(Slice slice) {
        return Map.of();
      }

      @Override
      public List<LocalDate> silverDays(LocalDate from) {
        return List.of();
      }

      @Override
      public long newestUnknown(Table table) {
        return -1;
      }
    };
  }
}

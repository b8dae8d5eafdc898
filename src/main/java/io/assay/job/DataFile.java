package io.assay.job;

import java.time.LocalDate;

/**
 * One file of a table.
 *
 * @param path its address
 * @param day the day whose rows it holds
 * @param bytes its size
 * @param low a bound: no value of the column that was asked for is smaller; null if unknown
 * @param high a bound: no value of it is larger; null if unknown
 */
public record DataFile(String path, LocalDate day, long bytes, String low, String high) {

  /** Its name within its folder. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

package io.assay.statistics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Column;

/** Times that are known to the time of day: by midnight sharp (UTC) crawls write a day. */
public final class Moments {
  private static final long DAY = TimeUnit.DAYS.toMicros(1);

  private Moments() {}

  /** A timestamp in microseconds since 1970 (long); null at midnight sharp, and of null. */
  public static Column micros(String time) {
    Column micros = unix_micros(col(time));
    return when(pmod(micros, lit(DAY)).notEqual(0), micros);
  }
}

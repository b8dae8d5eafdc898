package io.assay.lake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * Settings of the session for one job, by the size of what it reads, on a local master: a small job
 * is planning, and to compile its plans or to adapt them costs more than its rows. A cluster's
 * settings stand, and so does whatever was set by hand. Results do not depend on any of them.
 */
public final class SizedSession {
  /** Inputs of up to so many rows are processed by interpreted plans, in few tasks. */
  public static final long SMALL_ROWS = 200_000;

  /**
   * Outputs of jobs that read up to so many rows have their keys compared by their hashes on the
   * driver, in the scan that writes them: eight bytes a row. More are proven by an exchange.
   */
  static final long COMPARED_ROWS = 12_000_000;

  /** Of the driver's memory, for each row whose key is compared there. */
  private static final long BYTES_A_ROW = 256;

  static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";

  private static final String COMPARES_KEYS = "spark.assay.keysCompared";

  private final SparkSession spark;
  private final Map<String, String> before = new LinkedHashMap<>();

  private SizedSession(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Does a job's work in a session set for it.
   *
   * @param rows how many the job reads
   */
  public static void during(SparkSession spark, long rows, Runnable work) {
    SizedSession sized = new SizedSession(spark);
    try {
      if (spark.sparkContext().isLocal()) {
        if (rows <= SMALL_ROWS) {
          small().forEach(sized::set);
        }
        sized.set(COMPARES_KEYS, String.valueOf(rows <= mostCompared()));
      }
      work.run();
    } finally {
      sized.reset();
    }
  }

  private static long mostCompared() {
    return Math.min(COMPARED_ROWS, Runtime.getRuntime().maxMemory() / BYTES_A_ROW);
  }

  /** Whether a job's outputs are small enough to compare their keys in one place. */
  static boolean comparesKeys(SparkSession spark) {
    return Boolean.parseBoolean(spark.conf().get(COMPARES_KEYS, "false"));
  }

  /** Of a shuffle that adaptive execution does not govern. */
  static String partitionsOfALargeJob() {
    return String.valueOf(2 * Runtime.getRuntime().availableProcessors());
  }

  private static Map<String, String> small() {
    Map<String, String> small = new LinkedHashMap<>();
    small.put("spark.sql.adaptive.enabled", "false");
    small.put(SHUFFLE_PARTITIONS, "1");
    small.put("spark.sql.codegen.wholeStage", "false");
    small.put("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    // Interpreted, to look a repeated expression up costs more than to work it out.
    small.put("spark.sql.subexpressionElimination.enabled", "false");
    // Nobody reads how a plan is described, and to describe it costs much of a short query.
    small.put("spark.sql.ui.explainMode", "simple");
    small.put("spark.sql.debug.maxToStringFields", "1");
    return small;
  }

  private void set(String key, String value) {
    if (!spark.sparkContext().getConf().contains(key)) {
      before.put(key, spark.conf().get(key, null));
      spark.conf().set(key, value);
    }
  }

  private void reset() {
    before.forEach(
        (key, value) -> {
          if (value == null) {
            spark.conf().unset(key);
          } else {
            spark.conf().set(key, value);
          }
        });
  }
}

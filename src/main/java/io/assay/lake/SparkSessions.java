package io.assay.lake;

import io.assay.contracts.UserError;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * Opens the Spark session. Under {@code spark-submit}, which names a master, the cluster's settings
 * stand; without one Spark runs embedded in this process, on all cores, reachable from nowhere.
 *
 * <p>Three sources, the first that names a key wins: what results depend on (fixed here), system
 * properties (which {@code spark-submit} fills with its options and the cluster's defaults), {@code
 * conf/spark-defaults.conf}; then defaults for embedded runs and for local masters.
 */
public final class SparkSessions {

  private static final String DEFAULTS = "conf/spark-defaults.conf";
  private static final String DELTA_EXTENSION = "io.delta.sql.DeltaSparkSessionExtension";

  /** What the content of tables or their readers depend on, and how tables are written. */
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry(
              "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog"),
          Map.entry("spark.sql.session.timeZone", "UTC"),
          Map.entry("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS"),
          Map.entry("spark.sql.timestampType", "TIMESTAMP_LTZ"),
          Map.entry("spark.sql.ansi.enabled", "true"),
          Map.entry("spark.sql.caseSensitive", "false"),
          Map.entry("spark.sql.legacy.timeParserPolicy", "CORRECTED"),
          // A broken file is refused by name; skipped in silence it would be half-used.
          Map.entry("spark.sql.files.ignoreCorruptFiles", "false"),
          Map.entry("spark.sql.files.ignoreMissingFiles", "false"),
          // The files of a small table stand beside its newest commit, so that no job has to find
          // them. What Delta would verify by such a job are times before 1883.
          Map.entry("spark.databricks.delta.allFilesInCrc.thresholdNumFiles", "400"),
          Map.entry(
              "spark.databricks.delta.allFilesInCrc.verificationMode.forceOnNonUTC.enabled",
              "false"),
          // A write fills one partition; without this Spark sorts every row by that one value.
          Map.entry("spark.sql.maxConcurrentOutputFileWriters", "4"),
          // Spark bounds every Bloom filter by these; ours hold a day's subjects, and one that is
          // too small lets most of history through.
          Map.entry("spark.sql.optimizer.runtime.bloomFilter.maxNumItems", "100000000"),
          Map.entry("spark.sql.optimizer.runtime.bloomFilter.maxNumBits", "838860800"),
          // Ranks are taken of keys that seldom repeat within a task: sorting before the shuffle
          // as well as after it costs more than it drops.
          Map.entry("spark.sql.optimizer.windowGroupLimitThreshold", "-1"));

  private SparkSessions() {}

  /**
   * The session of this process; an open one is returned as it is.
   *
   * @param name shown in Spark's pages and logs
   */
  public static SparkSession open(String name) {
    return open(conf(name));
  }

  /**
   * The same with a catalog that outlives the session.
   *
   * @throws UserError if this Spark has none
   */
  public static SparkSession openWithCatalog(String name) {
    SharedCatalog.require();
    return open(conf(name).setIfMissing(SharedCatalog.IMPLEMENTATION, SharedCatalog.LASTING));
  }

  private static SparkSession open(SparkConf conf) {
    SparkSession spark = SparkSession.builder().config(conf).getOrCreate();
    // Not part of the configuration: a job may choose otherwise, unless somebody has chosen.
    if (spark.sparkContext().isLocal() && !conf.contains(SizedSession.SHUFFLE_PARTITIONS)) {
      spark.conf().set(SizedSession.SHUFFLE_PARTITIONS, SizedSession.partitionsOfALargeJob());
    }
    return spark;
  }

  /** Whether this process has a session that {@link #open} would return. */
  public static boolean isOpen() {
    return SparkSession.getDefaultSession().isDefined();
  }

  /** Whether Spark runs in this process, not started by {@code spark-submit}. */
  public static boolean embedded() {
    return System.getProperty("spark.master") == null;
  }

  /** The configuration of such a session. */
  public static SparkConf conf(String name) {
    SparkConf conf = new SparkConf().setAppName(name);
    defaults().forEach(conf::setIfMissing);
    if (embedded()) {
      embeddedDefaults().forEach(conf::setIfMissing);
    }
    if (conf.get("spark.master").startsWith("local")) {
      localDefaults().forEach(conf::setIfMissing);
    }
    FIXED.forEach(conf::set);
    String extensions = conf.get("spark.sql.extensions", "");
    if (!extensions.contains(DELTA_EXTENSION)) {
      conf.set(
          "spark.sql.extensions",
          extensions.isBlank() ? DELTA_EXTENSION : extensions + "," + DELTA_EXTENSION);
    }
    return conf;
  }

  private static Map<String, String> embeddedDefaults() {
    Map<String, String> map = new LinkedHashMap<>(LocalDisk.settings());
    map.put("spark.master", "local[*]");
    map.put("spark.driver.bindAddress", "127.0.0.1");
    map.put("spark.driver.host", "127.0.0.1");
    map.put("spark.ui.enabled", "false");
    map.put("spark.ui.showConsoleProgress", "false");
    // Spark makes this folder at once, although our tables are named by their paths.
    map.put("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/assay-warehouse");
    map.put("spark.default.parallelism", "" + Runtime.getRuntime().availableProcessors());
    // Nobody looks at past jobs when there are no pages.
    map.put("spark.sql.ui.retainedExecutions", "1");
    map.put("spark.ui.retainedJobs", "10");
    map.put("spark.ui.retainedStages", "10");
    map.put("spark.ui.retainedTasks", "100");
    return map;
  }

  /** For one machine, also under {@code spark-submit}: Spark's own numbers are for clusters. */
  private static Map<String, String> localDefaults() {
    // Adaptive execution starts from these and joins those below 16 MB; by itself it would keep all
    // of more than 1 MB.
    int cores = Runtime.getRuntime().availableProcessors();
    return Map.of(
        "spark.sql.adaptive.coalescePartitions.initialPartitionNum",
        "" + 16 * cores,
        "spark.sql.adaptive.coalescePartitions.parallelismFirst",
        "false",
        "spark.sql.adaptive.advisoryPartitionSizeInBytes",
        "16m",
        // Delta's VACUUM starts so many tasks whatever it has to list: Spark's 10,000 take minutes.
        "spark.sql.sources.parallelPartitionDiscovery.parallelism",
        "" + 16 * cores);
  }

  /** {@code conf/spark-defaults.conf} of the launcher's folder, else the one in the jar. */
  static Map<String, String> defaults() {
    Properties properties = new Properties();
    try (Reader reader = open()) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          DEFAULTS + " cannot be read: " + e.getMessage(), "It holds a key and a value a line.", e);
    }
    Map<String, String> map = new LinkedHashMap<>();
    properties.stringPropertyNames().stream()
        .sorted()
        .forEach(key -> map.put(key, properties.getProperty(key).strip()));
    return map;
  }

  private static Reader open() throws IOException {
    String home = System.getProperty("assay.home");
    if (home != null && Files.isRegularFile(Path.of(home, DEFAULTS))) {
      return new StringReader(Files.readString(Path.of(home, DEFAULTS)));
    }
    return new InputStreamReader(
        SparkSessions.class.getResourceAsStream("/" + DEFAULTS), StandardCharsets.UTF_8);
  }
}

package io.assay.cli;

import io.assay.lake.SparkSessions;
import org.apache.spark.sql.SparkSession;

/** A command's use of Spark: a session that ends with the command, if the command began it. */
record SparkRun(SparkSession spark, boolean own) implements AutoCloseable {

  /** Opens Spark, as quiet as the caller wants it. */
  static SparkRun open(Invocation call) {
    boolean own = !SparkSessions.isOpen();
    String name = "assay " + call.text(Parser.COMMAND);
    SparkSession spark =
        call.flag(Options.REGISTER)
            ? SparkSessions.openWithCatalog(name)
            : SparkSessions.open(name);
    if (!SparkSessions.embedded()) {
      // Embedded runs have conf/log4j2.properties; spark-submit starts with its own.
      spark.sparkContext().setLogLevel(call.flag("verbose") ? "INFO" : "ERROR");
    }
    return new SparkRun(spark, own);
  }

  @Override
  public void close() {
    if (own) {
      spark.stop();
    }
  }
}

package io.assay.lake;

import io.assay.settings.Settings;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;

/**
 * What a stage's job is given.
 *
 * @param spark the session
 * @param settings validated settings
 * @param asOf the whole UTC day the run is for
 * @param source reads the tables that the job declares
 * @param sink publishes the tables that the job declares
 */
public record StageContext(
    SparkSession spark, Settings settings, LocalDate asOf, TableSource source, TableSink sink) {}

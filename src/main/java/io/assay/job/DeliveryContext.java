package io.assay.job;

import io.assay.settings.Settings;
import org.apache.spark.sql.SparkSession;

/**
 * What a stage is given that works for a delivery.
 *
 * @param spark the session
 * @param settings validated settings
 * @param sink publishes the tables that the stage declares
 * @param record of what the stage reads and does
 * @param progress tells whoever waits
 */
public record DeliveryContext(
    SparkSession spark, Settings settings, StagedSink sink, RunRecord record, Progress progress) {}

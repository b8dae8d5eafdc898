package io.assay.job;

import org.apache.spark.sql.SparkSession;

/**
 * What a stage is given that works for a delivery.
 *
 * @param spark the session
 * @param settings those that the stage declares
 * @param sink publishes the tables that the stage declares
 * @param record of what the stage reads and does
 * @param progress tells whoever waits
 */
public record DeliveryContext(
    SparkSession spark,
    DeclaredSettings settings,
    StagedSink sink,
    RunRecord record,
    Progress progress) {}

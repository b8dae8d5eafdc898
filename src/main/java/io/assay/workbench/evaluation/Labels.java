package io.assay.workbench.evaluation;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is known about accounts.
 *
 * @param rows columns of the feed {@code labels}
 * @param name table or path they come from
 * @param version Delta version; null for files
 */
public record Labels(Dataset<Row> rows, String name, Long version) {}

package io.assay.ingest;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * CSV files of one head.
 *
 * @param rows their columns as texts, source_file, {@link Records#FAULT} and, if asked for, {@link
 *     Positions#POSITION}
 * @param repeated for each name that stands several times in the header, in lower case, the columns
 *     that have it
 */
record CsvPart(Dataset<Row> rows, Map<String, List<String>> repeated) {}

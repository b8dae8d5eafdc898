/**
 * What the report says, as plain values and what follows from them: no Spark, no markup. {@code
 * report.json} is these records, written as they stand.
 */
package io.assay.reporting.html.model;

/**
 * Reads what the report says from a finished day's tables: a few bounded queries, each finished on
 * the driver. No markup and no wording lives here.
 */
package io.assay.reporting.html.collect;

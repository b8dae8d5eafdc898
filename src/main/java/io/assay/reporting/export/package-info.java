/**
 * A day of a table as a file for those who have no reader of Delta tables. What such a file is
 * called and where it goes is the command's; what the columns mean stands in {@code contracts}.
 */
package io.assay.reporting.export;

/**
 * The stage that reads deliveries into bronze: files, mappings, rules of records, quarantine and
 * the accounting of every record. It changes no value beyond what a mapping and the feeds' types
 * say, and knows of no day but the delivery's.
 */
package io.assay.ingest;

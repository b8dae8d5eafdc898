/**
 * The tables, feeds and signals as data: every column once, with type, unit, meaning, whether it
 * tells who somebody is, and how long it is kept; and the errors that a caller can mend. Nothing
 * here reads or writes.
 */
package io.assay.contracts;

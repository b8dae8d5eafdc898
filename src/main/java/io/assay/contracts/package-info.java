/**
 * What is agreed on, as data: every table and column, every feed of a crawl, every signal, family
 * and kind, each declared once. Schemas, checks, documentation and evidence follow from here.
 *
 * <p>To add a table or a signal see {@code src/docs/architecture.md}. Not here: how anything is
 * computed, beyond a signal's one expression.
 */
package io.assay.contracts;

/**
 * Everything that the tables of a day say of one account, for somebody who has to decide about it:
 * the queries, each with its name, and what they gave. How that is told in words stands in {@code
 * cli.text}; nothing is judged here that the stages have not judged.
 */
package io.assay.reporting.explain;

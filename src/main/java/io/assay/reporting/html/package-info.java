/**
 * The report that people read in a browser: {@link io.assay.reporting.html.HtmlReport} is its front
 * door. What it says is collected ({@code collect}, the only part that runs Spark) into plain
 * values ({@code model}), which are shown ({@code page}) and written. Words that belong to one
 * section stand in its template, {@code src/main/jte}.
 */
package io.assay.reporting.html;

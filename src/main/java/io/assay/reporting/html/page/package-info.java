/**
 * Shows the report's values as one page that needs no network: templates, charts kept as data, the
 * styles and the script, and the policy that lets nothing else run. Nothing is read or worked out
 * here.
 */
package io.assay.reporting.html.page;

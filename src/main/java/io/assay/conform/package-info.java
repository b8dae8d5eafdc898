/**
 * The stage that makes silver as of a day out of bronze: states carried forward, events stored
 * once, records as they are. Nothing is measured here that more than one row of a key is needed
 * for.
 */
package io.assay.conform;

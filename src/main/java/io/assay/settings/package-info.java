/**
 * Records of all that can be set, read from {@code conf/assay.yaml} and what overlays it, and
 * checked: all mistakes are told at once. What a setting is good for is known to whom it is given.
 */
package io.assay.settings;

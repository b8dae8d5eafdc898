/**
 * The stage that measures how accounts grow: jumps, drops, evenness, and the engagement beside
 * them; and how many accounts they follow and leave again. It says what happened, not whether it
 * was bought.
 */
package io.assay.growth;

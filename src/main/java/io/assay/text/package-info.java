/**
 * Reading what people write: normalised text, emoji, links, mentions, handles, stock phrases. What
 * a text says of an account is for the stages to tell.
 */
package io.assay.text;

/**
 * Reading what people write: the normal form of a comment, emoji, letters that look alike, links,
 * mentions, lists of stock phrases, and how usual the letters of a handle are; and writing it down
 * where a person will see it.
 *
 * <p>Not here: what follows from a text for an account, which is a signal.
 */
package io.assay.text;

/**
 * The stage that measures engagement by account and by follower band, beside what others claim. It
 * says what is usual, not what is suspicious.
 */
package io.assay.engagement;

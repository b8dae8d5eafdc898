/**
 * The stage that measures every signal of every account, and what they are measured from: texts,
 * timing, followers, copies. Which signals there are is declared in {@code contracts}; how unusual
 * a value is among peers is told by {@code evidence}.
 */
package io.assay.signals;

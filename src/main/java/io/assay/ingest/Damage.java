package io.assay.ingest;

import java.io.Serializable;

/**
 * What is wrong with a file that is refused whole.
 *
 * @param fault the reason in the quarantine
 * @param bytes how much it holds, as far as that can be told; at least its size
 */
record Damage(String fault, long bytes) implements Serializable {}

package io.assay.workbench.worlds;

import java.io.Serializable;

/**
 * A shuffle of 0 … n − 1 that needs no memory: a Feistel network on the next even number of bits,
 * walked until it lands below n (Black and Rogaway, Ciphers with Arbitrary Finite Domains, CT-RSA
 * 2002). It hides that accounts of one role have neighbouring indexes.
 *
 * @param n how many numbers
 * @param key another key, another shuffle
 */
record Permutation(int n, long key) implements Serializable {
  private static final int ROUNDS = 4;

  /** Where a number goes. */
  int of(int value) {
    int half = half();
    long mask = (1L << half) - 1;
    long at = value;
    do {
      long left = at >>> half;
      long right = at & mask;
      for (int round = 0; round < ROUNDS; round++) {
        long next = left ^ (round(right, round) & mask);
        left = right;
        right = next;
      }
      at = left << half | right;
    } while (at >= n);
    return (int) at;
  }

  /** The number that goes there. */
  int inverse(int value) {
    int half = half();
    long mask = (1L << half) - 1;
    long at = value;
    do {
      long left = at >>> half;
      long right = at & mask;
      for (int round = ROUNDS - 1; round >= 0; round--) {
        long before = right ^ (round(left, round) & mask);
        right = left;
        left = before;
      }
      at = left << half | right;
    } while (at >= n);
    return (int) at;
  }

  private long round(long value, int round) {
    return Rng.mix(key + Rng.mix(value * ROUNDS + round));
  }

  /** Bits of each half, at least one. */
  private int half() {
    int bits = 32 - Integer.numberOfLeadingZeros(Math.max(n - 1, 1));
    return (bits + 1) / 2;
  }
}

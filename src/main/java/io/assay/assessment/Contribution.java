package io.assay.assessment;

import io.assay.contracts.Family;

/**
 * What one signal, or one tie to a group, adds to the logarithm of an account's odds.
 *
 * @param name of the signal or tie
 * @param family of the signal; coordination of a tie
 * @param isTie whether it is a tie to a group
 * @param value of the signal; 1 of a tie
 * @param peerGroup it is measured against; null of a tie
 * @param tail among these; null of a tie
 * @param weight in the kind's model
 * @param added what it adds
 */
record Contribution(
    String name,
    Family family,
    boolean isTie,
    double value,
    String peerGroup,
    Double tail,
    double weight,
    double added) {}

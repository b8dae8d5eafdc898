package io.assay.coordination.distributed;

/**
 * @param leastEngagements that an account's shares of them need
 * @param mostHeld rows that one task holds at most
 * @param lockstepSeconds between two shares of one object that are in step
 */
public record SearchBounds(int leastEngagements, long mostHeld, int lockstepSeconds) {}

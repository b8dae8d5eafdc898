package io.assay.coordination.detection;

/**
 * Step 6: a post that a group visits beyond chance.
 *
 * @param post its number
 * @param author its author's
 * @param hitters members who engaged it
 * @param expected members who would by chance
 * @param window when they came
 */
record Hit(int post, int author, int hitters, double expected, HitWindow window) {}

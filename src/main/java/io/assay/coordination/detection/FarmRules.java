package io.assay.coordination.detection;

/**
 * @param visitorChance largest probability of a first member's visits (1e-4)
 * @param hitChance probability below which a post is hit (1e-6)
 * @param leastHitters members on a hit post (3)
 * @param hitterShare the same as a share of the group (.1)
 * @param leastAuthors authors that a group hits, and that a first member visits (3)
 * @param dilution rate that is expected of a member, as a share of the others' (.5)
 * @param mostOfHit nats that one hit says at most (6)
 * @param worker who is one while it is not clear yet which posts are hit (10, 3, .4)
 * @param lazy who is one once it is (6, 2, 0)
 * @param rounds at most (12)
 * @param least members of a farm (5)
 */
public record FarmRules(
    double visitorChance,
    double hitChance,
    int leastHitters,
    double hitterShare,
    int leastAuthors,
    double dilution,
    double mostOfHit,
    WorkerRules worker,
    WorkerRules lazy,
    int rounds,
    int least) {}

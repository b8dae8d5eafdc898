package io.assay.coordination.detection;

import java.io.Serializable;

/**
 * Which posts, or authors, share actors beyond chance.
 *
 * @param perActor objects of an actor that are kept, about (200)
 * @param perObject actors of an object that are kept, about (1000 of a post, all of an author)
 * @param leastShared actors in common (3 of posts, 4 of authors)
 * @param slack factor by which chance is taken to be larger than activity says (1.5)
 * @param chance largest probability of a pair (1e-3 of posts, 1e-4 of authors): triangles and
 *     refinement sort out the rest
 * @param triangles that a pair closes at least (3 of posts, 2 of authors)
 * @param core objects of a core (5 posts, 4 authors)
 */
public record SharingRules(
    int perActor,
    int perObject,
    int leastShared,
    double slack,
    double chance,
    int triangles,
    int core)
    implements Serializable {}

package io.assay.coordination.detection;

import java.util.List;

/**
 * What was found.
 *
 * @param groups candidates, accepted or not; pods first
 * @param mutual improbable mutual pairs of creators
 * @param scores of every account
 * @param niches of the authors
 * @param background what everybody's events are like
 * @param margins sums that nulls are made of
 */
record Detection(
    List<CoordinatedGroup> groups,
    MutualPairs mutual,
    Scores scores,
    Niches niches,
    Background background,
    Margins margins) {

  List<CoordinatedGroup> accepted() {
    return groups.stream().filter(CoordinatedGroup::isAccepted).toList();
  }
}

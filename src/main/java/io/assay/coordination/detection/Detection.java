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
 * @param improbable pairs of creators that are improbable at first sight
 * @param byChance how many posts two actors would both engage by chance
 */
record Detection(
    List<CoordinatedGroup> groups,
    MutualPairs mutual,
    Scores scores,
    Niches niches,
    Background background,
    Margins margins,
    Reciprocated improbable,
    SharedByChance byChance) {

  List<CoordinatedGroup> accepted() {
    return groups.stream().filter(CoordinatedGroup::isAccepted).toList();
  }
}

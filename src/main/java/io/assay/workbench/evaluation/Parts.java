package io.assay.workbench.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which accounts of a sample belong to which part: all; each kind or, where classes count, each of
 * these; each value of each segment; each bin of strength, of all together and of each kind.
 *
 * @param sample the accounts
 * @param positives what counts as positive
 * @param classes names of the classes, in the order of their bits
 * @param segments values of each segment's column
 */
record Parts(
    Sample sample, Positives positives, List<String> classes, Map<String, List<String>> segments) {

  /** Every part, the whole first. Kinds without an account are left out, and so are strengths. */
  List<Part> all() {
    List<Part> parts = new ArrayList<>();
    parts.add(Part.WHOLE);
    List<Part> kinds = of(positives).stream().filter(this::occurs).toList();
    parts.addAll(kinds);
    segments.forEach(
        (column, values) -> values.forEach(value -> parts.add(Part.ofSegment(column, value))));
    List<Part> ofStrengths = new ArrayList<>(List.of(Part.WHOLE));
    ofStrengths.addAll(kinds);
    for (Part part : ofStrengths) {
      for (int bin = 1; bin <= LabelledAccounts.STRENGTHS.size(); bin++) {
        Part binned = part.ofStrength(LabelledAccounts.STRENGTHS.get(bin - 1));
        if (IntStream.range(0, sample.size()).anyMatch(positives(binned))) {
          parts.add(binned);
        }
      }
    }
    return parts;
  }

  /** What positives are told apart by: their classes where these count, else their kinds. */
  static List<Part> of(Positives positives) {
    return positives.byClass()
        ? positives.classes().stream().map(Part::ofClass).toList()
        : positives.labels().stream().map(Part::ofKind).toList();
  }

  private boolean occurs(Part part) {
    return IntStream.range(0, sample.size()).anyMatch(positives(part));
  }

  /** Positions of a part's accounts, in the order of the sample. */
  int[] accounts(Part part) {
    IntPredicate positive = positives(part);
    IntPredicate inSegment = inSegment(part);
    return IntStream.range(0, sample.size())
        .filter(i -> inSegment.test(i) && (!sample.positive()[i] || positive.test(i)))
        .toArray();
  }

  private IntPredicate positives(Part part) {
    Part.Bits bits = part.bits(classes);
    int strength = LabelledAccounts.STRENGTHS.indexOf(part.strength()) + 1;
    return i ->
        sample.positive()[i]
            && bits.has(sample.kinds()[i], sample.classes()[i])
            && (strength == 0 || sample.strengths()[i] == strength);
  }

  private IntPredicate inSegment(Part part) {
    if (part.segmentColumn().equals(Part.ALL)) {
      return i -> true;
    }
    List<String> columns = List.copyOf(segments.keySet());
    byte[] values = sample.segments()[columns.indexOf(part.segmentColumn())];
    int wanted = segments.get(part.segmentColumn()).indexOf(part.segment());
    return i -> values[i] == wanted;
  }
}

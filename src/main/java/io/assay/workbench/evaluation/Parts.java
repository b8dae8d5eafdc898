package io.assay.workbench.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which accounts of a sample belong to which part: all; each kind; each value of each segment; each
 * bin of strength, of all kinds together and of each.
 *
 * @param sample the accounts
 * @param positive labels that count as positive
 * @param segments values of each segment's column
 */
record Parts(Sample sample, List<String> positive, Map<String, List<String>> segments) {

  /** Every part, the whole first. Kinds without an account are left out, and so are strengths. */
  List<Part> all() {
    List<Part> parts = new ArrayList<>();
    parts.add(Part.WHOLE);
    List<Part> kinds =
        positive.stream().filter(this::occurs).map(kind -> Part.ofKind(kind)).toList();
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

  private boolean occurs(String kind) {
    return IntStream.range(0, sample.size()).anyMatch(positives(Part.ofKind(kind)));
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
    long kind = part.kind().equals(Part.ALL) ? -1 : LabelledAccounts.bits(List.of(part.kind()));
    int strength = LabelledAccounts.STRENGTHS.indexOf(part.strength()) + 1;
    return i ->
        sample.positive()[i]
            && (sample.kinds()[i] & kind) != 0
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

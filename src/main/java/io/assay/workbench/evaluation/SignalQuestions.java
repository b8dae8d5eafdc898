package io.assay.workbench.evaluation;

import io.assay.contracts.Direction;
import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks of every signal whether it tells at the end that it declares, against the label of the kind
 * that its family counts for: questions that follow from the list of signals, so that none is left
 * out. Families that count for no kind are held against pods; what is worth knowing alone is not
 * asked of.
 */
final class SignalQuestions {
  private static final String POD = "pod";

  private SignalQuestions() {}

  /** Named "kind: signal end". */
  static List<Asked> of(Bootstrap bootstrap) {
    return Signals.ALL.stream()
        .filter(signal -> signal.family() != Family.CONTEXT)
        .flatMap(signal -> ends(signal).map(end -> question(signal, end, bootstrap)))
        .toList();
  }

  private static Stream<Direction> ends(Signal signal) {
    return signal.direction() == Direction.BOTH
        ? Stream.of(Direction.HIGH, Direction.LOW)
        : Stream.of(signal.direction());
  }

  private static Asked question(Signal signal, Direction end, Bootstrap bootstrap) {
    boolean low = end == Direction.LOW;
    String label = label(signal.family());
    return new Asked(
        label + ": " + signal.name() + (low ? " low" : " high"),
        new TableInput("gold." + signal.table(), null, null, "platform", "account_id"),
        null,
        new EvaluationRequest(
            List.of(new EvaluationRequest.Measured(signal.name(), ColumnRole.SCORE)),
            Positives.ofLabels(List.of(label)),
            low,
            null,
            null,
            List.of(),
            bootstrap),
        List.of());
  }

  private static String label(Family family) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.families().contains(family))
        .map(Kind::title)
        .findFirst()
        .orElse(POD);
  }
}

package io.assay.cli.text;

import io.assay.contracts.GroupTie;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.text.PlainNumber;
import io.assay.text.ValueText;
import java.util.Arrays;
import java.util.Optional;

/** What signals and ties to groups are called on a page. */
final class SignalText {
  private SignalText() {}

  /**
   * What an account has of it, to stand in a list.
   *
   * @param name of a signal or of a {@link GroupTie}
   */
  static String called(String name, double value) {
    Optional<GroupTie> tie = tie(name);
    if (tie.isPresent()) {
      return tie.get().isMeasured()
          ? PlainNumber.of(value, true) + " of its engagement from doubtful accounts"
          : tie.get().about();
    }
    Signal signal = signal(name);
    if (signal.isFlag()) {
      return value == 0 ? "not: " + signal.called() : signal.called();
    }
    boolean share = signal.unit().startsWith("share");
    if (value == 0 && signal.none() != null) {
      return signal.none();
    }
    return ValueText.filled(signal.called(), PlainNumber.of(value, share));
  }

  /** Its innocent explanations. */
  static String benign(String name) {
    return tie(name).map(GroupTie::benign).orElseGet(() -> signal(name).benign());
  }

  private static Optional<GroupTie> tie(String name) {
    return Arrays.stream(GroupTie.values()).filter(t -> t.title().equals(name)).findFirst();
  }

  private static Signal signal(String name) {
    return Signals.ALL.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }
}

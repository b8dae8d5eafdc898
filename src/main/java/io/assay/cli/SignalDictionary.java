package io.assay.cli;

import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import java.util.Arrays;
import java.util.List;

/** Every signal in words, out of the declarations. */
final class SignalDictionary {

  private SignalDictionary() {}

  static String markdown() {
    StringBuilder text = new StringBuilder("# Signals\n\n");
    text.append("Printed by `jobs/assay tables --signals`; the declarations are in\n");
    text.append("`io.assay.contracts`. A signal is one thing about an account that can be\n");
    text.append(
        "suspicious: a column of `gold.account_signal`. One signal alone is no accusation;\n");
    text.append(
        "[methods](methods.md#evidence) says how they are compared with other accounts and\n");
    text.append("put together, [architecture](architecture.md#add-a-signal) how to add one.\n");
    for (Family family : Signals.families()) {
      text.append("\n## ").append(family.title()).append("\n\n");
      text.append(sentence(family.about())).append(' ').append(comparedWith(family)).append(' ');
      text.append(countsFor(family)).append('\n');
      Signals.of(family).forEach(signal -> describe(signal, text));
    }
    return text.toString();
  }

  private static String comparedWith(Family family) {
    return family.bySize()
        ? "Compared with accounts of its platform and size."
        : "Compared with all accounts of its platform.";
  }

  private static String countsFor(Family family) {
    List<String> kinds =
        Arrays.stream(Kind.values())
            .filter(kind -> kind.families().contains(family))
            .map(kind -> "`" + kind.title() + "` (" + kind.about() + ")")
            .toList();
    return kinds.isEmpty()
        ? "Counts for no kind of fraud."
        : "Counts for " + String.join(", ", kinds) + ".";
  }

  private static void describe(Signal signal, StringBuilder text) {
    text.append("\n### ").append(signal.name()).append("\n\n");
    if (signal.high() != null) {
      finding(signal, signal.isFlag() ? "true" : "high", signal.high(), text);
    }
    if (signal.low() != null) {
      finding(signal, "low", signal.low(), text);
    }
    text.append("- Value: ").append(signal.comment());
    text.append(signal.unit().isEmpty() ? "" : " [" + signal.unit() + "]").append(".\n");
    text.append("- Measured from: ").append(signal.input().about()).append(".\n");
    text.append("- Unknown: where there is too little of that, see `");
    text.append(signal.input().reasonColumn()).append("`; else ");
    text.append(signal.needs()).append(".\n");
    text.append("- Why suspicious: ").append(signal.why()).append(".\n");
    text.append("- Innocent explanations: ").append(signal.benign()).append(".\n");
  }

  private static void finding(Signal signal, String where, String words, StringBuilder text) {
    text.append("- Suspicious where ").append(where).append(": \"…");
    String n = signal.unit().startsWith("share") ? "N %" : "N";
    text.append(words.replace("{value}", n).replaceAll("\\{value ([a-z ]+)}", "N $1s"));
    text.append("\".\n");
    if (signal.byMagnitude()) {
      text.append("- Told by magnitude: among the highest tenth of its peers by how far beyond");
      text.append(" them it lies,\n  not by how many do (see methods).\n");
    }
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }
}

package io.assay.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.GroupTie;
import io.assay.contracts.Kind;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.contracts.UserError;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A logistic map from the evidence of a kind's signals and from ties to groups to its likelihood.
 *
 * @param model its name
 * @param baseRate share of accounts of the kind for which the likelihood is true
 * @param intercept of an account of which nothing is known, at that base rate
 * @param signals weights by name of signals, not negative: more evidence never lowers the
 *     likelihood; signals that are left out, or null, have none
 * @param groups weights of ties to groups, likewise
 * @param alone the map where no groups could be looked for: what signals share with groups is
 *     theirs there; null where it is the same
 */
public record LikelihoodSettings(
    String model,
    double baseRate,
    double intercept,
    Map<String, Double> signals,
    Map<GroupTie, Double> groups,
    LikelihoodSettings alone)
    implements Serializable {
  private static final double LARGEST = 1e6;
  private static final String ALONE = "without_groups";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A map that is the same without groups. */
  public LikelihoodSettings(
      String model,
      double baseRate,
      double intercept,
      Map<String, Double> signals,
      Map<GroupTie, Double> groups) {
    this(model, baseRate, intercept, signals, groups, null);
  }

  /**
   * The same beside a map for where no groups could be looked for, of which the ties are left out.
   */
  public LikelihoodSettings with(LikelihoodSettings without) {
    LikelihoodSettings bare =
        new LikelihoodSettings(
            without.model, without.baseRate, without.intercept, without.signals, Map.of());
    return new LikelihoodSettings(model, baseRate, intercept, signals, groups, bare);
  }

  /** The map where no groups could be looked for. */
  public LikelihoodSettings withoutGroups() {
    return alone == null
        ? new LikelihoodSettings(model, baseRate, intercept, signals, Map.of())
        : alone;
  }

  static LikelihoodSettings read(Section s, Kind kind) {
    return parameters(s, s.text("model"), kind);
  }

  /**
   * Reads the parameters of a model that was fitted.
   *
   * @param json what {@link #json} gave
   * @throws UserError naming all that is wrong with them
   */
  public static LikelihoodSettings parse(String model, Kind kind, String json) {
    List<Problem> problems = new ArrayList<>();
    String wrong;
    try {
      Section section = new Section("parameters", JSON.readTree(json), problems);
      LikelihoodSettings parsed = parameters(section, model, kind);
      if (problems.isEmpty()) {
        return parsed;
      }
      wrong = Problem.list("parameters with", problems);
    } catch (JsonProcessingException e) {
      wrong = "parameters that are no JSON: " + e.getOriginalMessage();
    }
    throw new UserError(
        "model " + model + " of " + kind.title() + " cannot be used, it has " + wrong,
        "Fit it anew under another name with `assay calibrate`, or leave out assessment.models."
            + kind.title()
            + ".");
  }

  /** Its parameters, for {@code ops.model}. */
  public String json() {
    ObjectNode tree = JSON.createObjectNode();
    tree.put("base_rate", baseRate);
    putSignals(tree);
    ObjectNode byTie = tree.putObject("groups");
    groups.forEach((tie, weight) -> byTie.put(tie.title(), weight));
    if (alone != null) {
      alone.putSignals(tree.putObject(ALONE));
    }
    return tree.toString();
  }

  private void putSignals(ObjectNode tree) {
    tree.put("intercept", intercept);
    ObjectNode bySignal = tree.putObject("signals");
    for (Signal signal : Signals.ALL) {
      if (signals.containsKey(signal.name())) {
        bySignal.put(signal.name(), signals.get(signal.name()));
      }
    }
  }

  private static LikelihoodSettings parameters(Section s, String model, Kind kind) {
    double baseRate = s.decimal("base_rate", 1e-9, 1 - 1e-9);
    double intercept = intercept(s);
    Map<String, Double> signals = signals(s, kind);
    Section tied = s.section("groups");
    Map<GroupTie, Double> groups = new EnumMap<>(GroupTie.class);
    for (GroupTie tie : GroupTie.of(kind)) {
      if (tied.has(tie.title())) {
        groups.put(tie, tied.decimal(tie.title(), 0, LARGEST));
      }
    }
    tied.end();
    LikelihoodSettings alone = null;
    if (s.has(ALONE)) {
      Section without = s.section(ALONE);
      alone =
          new LikelihoodSettings(
              model, baseRate, intercept(without), signals(without, kind), Map.of());
      without.end();
    }
    s.end();
    return new LikelihoodSettings(model, baseRate, intercept, signals, groups, alone);
  }

  private static double intercept(Section s) {
    return s.decimal("intercept", -LARGEST, LARGEST);
  }

  private static Map<String, Double> signals(Section s, Kind kind) {
    Section given = s.section("signals");
    Map<String, Double> signals = new TreeMap<>();
    for (Signal signal : kind.signals()) {
      if (given.has(signal.name())) {
        signals.put(signal.name(), given.decimal(signal.name(), 0, LARGEST));
      }
    }
    given.end();
    return signals;
  }
}

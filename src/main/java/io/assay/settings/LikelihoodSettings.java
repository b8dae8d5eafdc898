package io.assay.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import io.assay.contracts.UserError;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A logistic map from the evidence of a kind's families to its likelihood.
 *
 * @param model its name
 * @param baseRate share of accounts of the kind for which the likelihood is true
 * @param intercept of the map, at that base rate
 * @param weights by family, not negative: more evidence never lowers the likelihood
 */
public record LikelihoodSettings(
    String model, double baseRate, double intercept, Map<Family, Double> weights)
    implements Serializable {
  private static final double LARGEST = 1e6;
  private static final ObjectMapper JSON = new ObjectMapper();

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
    tree.put("base_rate", baseRate).put("intercept", intercept);
    ObjectNode byFamily = tree.putObject("weights");
    for (Family family : Family.values()) {
      if (weights.containsKey(family)) {
        byFamily.put(family.title(), weights.get(family));
      }
    }
    return tree.toString();
  }

  private static LikelihoodSettings parameters(Section s, String model, Kind kind) {
    double baseRate = s.decimal("base_rate", 1e-9, 1 - 1e-9);
    double intercept = s.decimal("intercept", -LARGEST, LARGEST);
    Section given = s.section("weights");
    Map<Family, Double> weights = new EnumMap<>(Family.class);
    for (Family family : kind.families()) {
      weights.put(family, given.decimal(family.title(), 0, LARGEST));
    }
    given.end();
    s.end();
    return new LikelihoodSettings(model, baseRate, intercept, Map.copyOf(weights));
  }
}

package io.assay.contracts;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Names of the columns of {@code gold.account_assessment} that tell of a kind of fraud.
 *
 * @param likelihood how likely it is
 * @param uncorrected the same at the base rate of the model
 * @param tail how unusual the account is, in what speaks of the kind
 * @param model what gave the likelihood
 * @param reason why the kind could not be assessed
 */
public record KindColumns(
    String likelihood, String uncorrected, String tail, String model, String reason) {
  private static final Map<Kind, KindColumns> ALL = new EnumMap<>(Kind.class);

  static {
    Arrays.stream(Kind.values()).forEach(kind -> ALL.put(kind, named(kind.title())));
  }

  public static KindColumns of(Kind kind) {
    return ALL.get(kind);
  }

  private static KindColumns named(String it) {
    return new KindColumns(
        "p_" + it, "p_" + it + "_uncorrected", it + "_tail", it + "_model", it + "_reason");
  }
}

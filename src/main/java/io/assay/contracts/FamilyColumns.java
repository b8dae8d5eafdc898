package io.assay.contracts;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Names of the columns of {@code gold.account_family_evidence} that tell of a family.
 *
 * @param tail its tail among peers
 * @param fisherP how likely its signals are together
 * @param signal the one that lies farthest out
 * @param reason why it cannot speak
 */
public record FamilyColumns(String tail, String fisherP, String signal, String reason) {
  private static final Map<Family, FamilyColumns> ALL = new EnumMap<>(Family.class);

  static {
    Arrays.stream(Family.values()).forEach(family -> ALL.put(family, named(family.title())));
  }

  public static FamilyColumns of(Family family) {
    return ALL.get(family);
  }

  private static FamilyColumns named(String it) {
    return new FamilyColumns(it + "_tail", it + "_fisher_p", it + "_signal", it + "_reason");
  }
}

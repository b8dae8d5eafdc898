package io.assay.settings;

import io.assay.contracts.Kind;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * @param flagAtLeast likelihood from which an account is flagged
 * @param models names of models that stand in {@code ops.model}, of the kinds whose likelihood they
 *     give; other kinds have that of the settings
 * @param likelihood how evidence becomes a likelihood where no model is named, by kind
 * @param overrides what people decided of accounts
 * @param audience how the audiences of creators are judged
 */
public record AssessmentSettings(
    double flagAtLeast,
    Map<Kind, String> models,
    Map<Kind, LikelihoodSettings> likelihood,
    List<OverrideSettings> overrides,
    AudienceSettings audience)
    implements Serializable {

  static AssessmentSettings read(Section s) {
    double flagAtLeast = s.decimal("flag_at_least", 0, 1);
    AudienceSettings audience = AudienceSettings.read(s);
    List<OverrideSettings> overrides = OverrideSettings.read(s, "overrides");
    Section named = s.section("models");
    Section likelihood = s.section("likelihood");
    Map<Kind, String> models = new EnumMap<>(Kind.class);
    Map<Kind, LikelihoodSettings> kinds = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      if (named.has(kind.title())) {
        models.put(kind, named.text(kind.title()));
      }
      kinds.put(kind, LikelihoodSettings.read(likelihood.section(kind.title()), kind));
    }
    named.end();
    likelihood.end();
    s.end();
    return new AssessmentSettings(
        flagAtLeast, Map.copyOf(models), Map.copyOf(kinds), overrides, audience);
  }
}

package io.assay.settings;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a person decided of an account, whatever its likelihoods are.
 *
 * @param decision {@link #CLEARED} or {@link #FLAGGED}
 * @param reason why
 * @param until last day on which it holds
 * @param by who decided
 */
public record OverrideSettings(
    String platform, String accountId, String decision, String reason, LocalDate until, String by)
    implements Serializable {

  /** It is not flagged. */
  public static final String CLEARED = "cleared";

  /** It is flagged. */
  public static final String FLAGGED = "flagged";

  static List<OverrideSettings> read(Section s, String key) {
    List<OverrideSettings> overrides = new ArrayList<>();
    if (!s.has(key)) {
      return overrides;
    }
    Set<List<String>> seen = new HashSet<>();
    for (Section each : s.sections(key)) {
      OverrideSettings override =
          new OverrideSettings(
              each.text("platform"),
              each.text("account_id"),
              each.oneOf("decision", List.of(CLEARED, FLAGGED)),
              each.text("reason"),
              day(each, "until"),
              each.text("by"));
      each.end();
      if (!seen.add(Arrays.asList(override.platform(), override.accountId()))) {
        each.problem("account_id", override.accountId(), "an account is decided once");
      }
      overrides.add(override);
    }
    return List.copyOf(overrides);
  }

  private static LocalDate day(Section s, String key) {
    String text = s.text(key);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      s.problem(key, text, "a day in quotes, as \"2027-01-31\"");
      return null;
    }
  }

  /** Whether it holds on a day. */
  public boolean holds(LocalDate day) {
    return !until.isBefore(day);
  }

  /** Whether it clears the account, instead of flagging it. */
  public boolean clears() {
    return decision.equals(CLEARED);
  }
}

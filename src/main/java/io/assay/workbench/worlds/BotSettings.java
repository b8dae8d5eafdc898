package io.assay.workbench.worlds;

import io.assay.settings.Section;
import java.io.Serializable;

/**
 * Shares of accounts that are bots of a kind, and what all kinds have in common.
 *
 * @param actions engagements of a bot within the world's days
 * @param templates texts of a bot that comments
 */
record BotSettings(
    double massFollowers,
    double followUnfollow,
    double commentTemplates,
    double regularIntervals,
    double roundTheClock,
    Span actions,
    Span templates)
    implements Serializable {

  static BotSettings read(Section s) {
    BotSettings read =
        new BotSettings(
            s.decimal("mass_followers", 0, 1),
            s.decimal("follow_unfollow", 0, 1),
            s.decimal("comment_templates", 0, 1),
            s.decimal("regular_intervals", 0, 1),
            s.decimal("round_the_clock", 0, 1),
            Span.read(s, "actions", 1, 10_000),
            Span.read(s, "templates", 1, 8));
    s.end();
    return read;
  }
}

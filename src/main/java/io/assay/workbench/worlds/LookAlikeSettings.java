package io.assay.workbench.worlds;

import io.assay.settings.Section;
import java.io.Serializable;

/**
 * Innocents who look like fraud; the world file says what each is. Shares are of accounts, those of
 * {@code hiddenLikes} of creators.
 */
record LookAlikeSettings(
    double fans,
    Span fanClubSize,
    Span fanParticipation,
    double shoutOutAudience,
    Span shoutOutSize,
    Span shoutOutResponse,
    Span shoutOutTargets,
    double giveawayHunters,
    double giveaways,
    double breakingNews,
    Span crowd,
    double viral,
    double cliques,
    Span cliqueSize,
    Span cliqueTies,
    double employees,
    Span brandSize,
    Span employeeParticipation,
    double rising,
    Span risingGrowth,
    double networkers,
    Span networkerActions,
    double celebrities,
    double newAccounts,
    double privateAccounts,
    double hiddenLikes)
    implements Serializable {

  static LookAlikeSettings read(Section s) {
    LookAlikeSettings read =
        new LookAlikeSettings(
            s.decimal("fans", 0, 1),
            Span.read(s, "fan_club_size", 1, 1_000_000),
            Span.read(s, "fan_participation", 0, 1),
            s.decimal("shout_out_audience", 0, 1),
            Span.read(s, "shout_out_size", 1, 1_000_000),
            Span.read(s, "shout_out_response", 0, 1),
            Span.read(s, "shout_out_targets", 1, 100),
            s.decimal("giveaway_hunters", 0, 1),
            s.decimal("giveaways", 0, 1),
            s.decimal("breaking_news", 0, 1),
            Span.read(s, "crowd", 0, 1),
            s.decimal("viral", 0, 1),
            s.decimal("cliques", 0, 1),
            Span.read(s, "clique_size", 2, 1_000),
            Span.read(s, "clique_ties", 0, 1),
            s.decimal("employees", 0, 1),
            Span.read(s, "brand_size", 1, 10_000),
            Span.read(s, "employee_participation", 0, 1),
            s.decimal("rising", 0, 1),
            Span.read(s, "rising_growth", 1, 100),
            s.decimal("networkers", 0, 1),
            Span.read(s, "networker_actions", 1, 5_000),
            s.decimal("celebrities", 0, 1),
            s.decimal("new_accounts", 0, 1),
            s.decimal("private_accounts", 0, 1),
            s.decimal("hidden_likes", 0, 1));
    s.end();
    return read;
  }
}

package io.assay.reporting.explain;

import io.assay.contracts.AssessmentEvidenceTables;
import io.assay.contracts.AssessmentTables;
import io.assay.contracts.AudienceTables;
import io.assay.contracts.ClusterTables;
import io.assay.contracts.CoordinationTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.EvidenceTables;
import io.assay.contracts.SignalTables;
import io.assay.contracts.Table;
import io.assay.lake.LakeSql;
import io.assay.statistics.PeerGroups;
import java.time.LocalDate;
import java.util.List;

/**
 * The queries behind a page about an account, in its order. Whatever number the page shows is
 * worked out here and only rounded there, so that the queries can be shown beside it.
 */
public enum PageQuery {
  ACCOUNT(
      "Who it is, what it earns, and what was concluded",
      """
      SELECT a.handle, a.followers, a.band, a.authenticity, a.authenticity_reason, a.flagged,
        a.single_family, a.flag_at_least, a.override_decision, a.override_reason, a.override_by,
        a.override_until, e.posts_counted, e.rate_public, e.rate_public_low, e.rate_public_high,
        e.expected_rate, e.rate_vs_expected, e.peer_percentile / 100 AS peers_below, e.peer_n,
        e.peer_group, e.not_assessable_reason
      FROM (SELECT * FROM {gold.account_assessment} WHERE {account}) a
      LEFT JOIN (SELECT * FROM {gold.account_engagement} WHERE {account}) e USING (account_id)"""),

  KINDS(
      "How likely each kind of fraud is",
      """
      SELECT k.kind, k.likelihood, k.uncorrected, k.reason, l.base_rate, l.share,
        k.flag_at_least / nullif(1 - k.flag_at_least, 0)
          / nullif(k.likelihood / nullif(1 - k.likelihood, 0), 0) AS odds_to_flag
      FROM (
        SELECT flag_at_least, inline(array(
          %s))
        FROM {gold.account_assessment} WHERE {account}
      ) k
      LEFT JOIN (SELECT * FROM {gold.assessment_level} WHERE {platform}) l USING (kind)
      ORDER BY k.likelihood DESC NULLS LAST, k.kind"""
          .formatted(UnpivotSql.kinds())),

  PEERS(
      "Whom it is compared with, and how many they are",
      """
      SELECT peer_group, max(accounts) AS accounts
      FROM (
        SELECT peer_group, signal, sum(n) AS accounts
        FROM {gold.peer_histogram}
        WHERE {platform} AND peer_group IN (
          SELECT peer_group FROM {gold.account_family_evidence} WHERE {account}
          UNION ALL SELECT {everybody})
        GROUP BY peer_group, signal)
      GROUP BY peer_group
      ORDER BY accounts, peer_group"""),

  FAMILIES(
      "How unusual it is in each family of signals: the share of peers as unusual or more",
      """
      SELECT family, tail, signal, reason
      FROM (
        SELECT inline(array(
          %s))
        FROM {gold.account_family_evidence} WHERE {account})
      ORDER BY tail NULLS LAST, family"""
          .formatted(UnpivotSql.families())),

  FINDINGS(
      "What stands out among peers, and what each finding adds to which likelihood",
      """
      SELECT e.family, e.signal, e.value, e.peer_median, e.tail_probability, e.peer_n, e.sentence,
        e.benign, c.adds, count(*) OVER () AS findings,
        row_number() OVER (
          ORDER BY c.adds[0].contribution DESC NULLS LAST, e.tail_probability, e.signal) AS place
      FROM (SELECT * FROM {gold.account_evidence} WHERE {account} AND family <> 'context') e
      LEFT JOIN (
        SELECT signal, sort_array(collect_list(
          struct(contribution, kind, weight, exp(abs(contribution)) AS odds_factor)), false) AS adds
        FROM {gold.assessment_evidence} WHERE {account} AND weight > 0 GROUP BY signal
      ) c USING (signal)
      ORDER BY place"""),

  PIECES(
      "What each likelihood is made of, and what it would be without a piece, or without the first",
      """
      SELECT kind, place, pieces, signal, value, weight, contribution,
        exp(abs(contribution)) AS odds_factor, 1 / (1 + exp(-logit)) AS likelihood,
        1 / (1 + exp(-(logit - contribution))) AS without_it,
        1 / (1 + exp(-(logit - first_pieces))) AS without_first
      FROM (
        SELECT *, intercept + shift + sum(contribution) OVER (PARTITION BY kind) AS logit,
          count(*) OVER (PARTITION BY kind) AS pieces,
          row_number() OVER (PARTITION BY kind ORDER BY contribution DESC, signal) AS place,
          sum(contribution) OVER (PARTITION BY kind ORDER BY contribution DESC, signal) AS first_pieces
        FROM (SELECT * FROM {gold.assessment_evidence} WHERE {account} AND weight > 0)
        JOIN (
          SELECT kind, intercept, shift FROM {gold.assessment_level} WHERE {platform}
        ) USING (kind))
      ORDER BY kind, place"""),

  CLUSTER(
      "Which accounts are like it, and whether they are suspicious",
      """
      SELECT c.cluster_id, c.stratum, c.typicality, c.suspicious, c.core, c.kind,
        c.likelihood_outside, p.name, p.accounts, p.share, p.why
      FROM (SELECT * FROM {gold.account_cluster} WHERE {account}) c
      JOIN (SELECT * FROM {gold.cluster_profile} WHERE {platform}) p USING (cluster_id)"""),

  GROUPS(
      "Which groups it acts with or is acted upon by, the surest first",
      """
      SELECT m.group_id, m.role, m.acts, m.coverage, m.own_share, g.form, g.accepted, g.verdict,
        g.probability, g.members, g.latency_median, g.latency_median_of_all, g.log10_chance,
        g.sentence, g.explanations, count(*) OVER () AS groups
      FROM (SELECT * FROM {gold.coordinated_member} WHERE {account}) m
      JOIN (SELECT * FROM {gold.coordinated_group} WHERE {platform}) g USING (group_id)
      ORDER BY g.accepted DESC, g.probability DESC, m.group_id
      LIMIT 3"""),

  AUDIENCE(
      "Who its audience is, and how much of it is doubtful",
      """
      SELECT engagements_assessed, engagements_doubtful, doubtful_engagements_share,
        doubtful_engagements_share_low, doubtful_engagements_share_high,
        doubtful_engagements_reason, sampled_followers_assessed, sampled_followers_doubtful,
        doubtful_sampled_followers_share, doubtful_sampled_followers_share_low,
        doubtful_sampled_followers_share_high, doubtful_sampled_followers_reason, comments,
        repeat_comments_share, audience, audience_countries, effective_rate, effective_rate_low,
        effective_rate_high, real_reach, real_reach_low, real_reach_high
      FROM {gold.audience_quality} WHERE {account}"""),

  MISSING(
      "What could not be measured, and why",
      """
      SELECT reason, sort_array(collect_list(input)) AS inputs
      FROM (
        SELECT inline(array(
          %s))
        FROM {gold.account_signal} WHERE {account}
        UNION ALL
        SELECT 'coordination', coordination_reason
        FROM {gold.account_coordination} WHERE {account})
      WHERE reason IS NOT NULL
      GROUP BY reason
      ORDER BY size(inputs) DESC, reason"""
          .formatted(UnpivotSql.inputs()));

  /** What the queries read. */
  static final List<Table> TABLES =
      List.of(
          AssessmentTables.ACCOUNT_ASSESSMENT,
          AssessmentEvidenceTables.ASSESSMENT_LEVEL,
          AssessmentEvidenceTables.ASSESSMENT_EVIDENCE,
          EngagementTables.ACCOUNT_ENGAGEMENT,
          EvidenceTables.PEER_HISTOGRAM,
          EvidenceTables.ACCOUNT_EVIDENCE,
          EvidenceTables.ACCOUNT_FAMILY_EVIDENCE,
          ClusterTables.ACCOUNT_CLUSTER,
          ClusterTables.CLUSTER_PROFILE,
          CoordinationTables.COORDINATED_MEMBER,
          CoordinationTables.COORDINATED_GROUP,
          CoordinationTables.ACCOUNT_COORDINATION,
          AudienceTables.AUDIENCE_QUALITY,
          SignalTables.ACCOUNT_SIGNAL);

  private final String title;
  private final String sql;

  PageQuery(String title, String sql) {
    this.title = title;
    this.sql = sql;
  }

  /** What it tells. */
  public String title() {
    return title;
  }

  /** The query of an account and a day, its tables still in braces. */
  String about(FoundAccount account, LocalDate asOf) {
    String platform =
        "as_of = "
            + LakeSql.literal(asOf)
            + " AND platform = "
            + LakeSql.literal(account.platform());
    return sql.replace(
            "{account}", platform + " AND account_id = " + LakeSql.literal(account.accountId()))
        .replace("{platform}", platform)
        .replace("{everybody}", LakeSql.literal(PeerGroups.everybody(account.platform())));
  }
}

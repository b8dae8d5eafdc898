package io.assay.contracts;

import java.util.List;

/** The list of all tables: whatever is to be true of every table is tested over it. */
public final class Tables {

  /** Every table, by layer, in the order in which a reader meets them. */
  public static final List<Table> ALL =
      List.of(
          BronzeTables.ACCOUNT_OBSERVATION,
          BronzeTables.POST_OBSERVATION,
          BronzeTables.INTERACTION_OBSERVATION,
          BronzeTables.FOLLOW_OBSERVATION,
          BronzeTables.SHARE,
          BronzeTables.LABEL,
          BronzeTables.CAMPAIGN,
          BronzeTables.PLACEMENT,
          BronzeTables.CONVERSION,
          SilverTables.ACCOUNT,
          SilverTables.POST,
          SilverTables.INTERACTION,
          SilverTables.FOLLOW,
          SilverTables.SHARE,
          SilverTables.CONVERSION,
          SilverTables.LABEL,
          SilverTables.CAMPAIGN,
          SilverTables.PLACEMENT,
          EngagementTables.ACCOUNT_ENGAGEMENT,
          EngagementTables.BAND_DISTRIBUTION,
          EngagementTables.BAND_HISTOGRAM,
          EngagementTables.EXPECTED_ENGAGEMENT,
          EngagementTables.BENCHMARK,
          GrowthTables.ACCOUNT_GROWTH,
          SignalTables.ACCOUNT_SIGNAL,
          CoordinationTables.COORDINATED_GROUP,
          CoordinationTables.COORDINATED_MEMBER,
          CoordinationTables.COORDINATED_PAIR,
          CoordinationTables.COORDINATED_HIT,
          CoordinationTables.NICHE,
          CoordinationTables.ACCOUNT_COORDINATION,
          EvidenceTables.PEER_HISTOGRAM,
          EvidenceTables.ACCOUNT_FAMILY_EVIDENCE,
          EvidenceTables.ACCOUNT_EVIDENCE,
          ClusterTables.CLUSTER_MODEL,
          ClusterTables.ACCOUNT_CLUSTER,
          ClusterTables.CLUSTER_PROFILE,
          AssessmentEvidenceTables.REFERENCE_HISTOGRAM,
          AssessmentEvidenceTables.ASSESSMENT_LEVEL,
          AssessmentTables.ACCOUNT_ASSESSMENT,
          AssessmentEvidenceTables.ASSESSMENT_EVIDENCE,
          AudienceTables.AUDIENCE_QUALITY,
          OpsTables.QUARANTINE,
          OpsTables.RUN,
          OpsTables.PUBLICATION,
          OpsTables.QUALITY_CHECK,
          OpsTables.INGEST_ACCOUNTING,
          OpsTables.STALE_DAY,
          EvaluationTables.EVALUATION,
          ModelTables.MODEL);

  private Tables() {}
}

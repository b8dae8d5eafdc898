package io.assay.contracts;

import static io.assay.contracts.Constraint.fail;
import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.assay.contracts.Table.Layer;
import java.util.List;

/**
 * What the likelihoods of {@code gold.account_assessment} are made of, so that all can be redone.
 */
public final class AssessmentEvidenceTables {
  private static final String KIND = "kind of fraud, e.g. bot";

  public static final Table REFERENCE_HISTOGRAM =
      new Table(
          Layer.GOLD,
          "reference_histogram",
          "The shape of every signal among those whom accounts are finally measured against: the"
              + " counts of peer_histogram without members of suspicious clusters, of accepted"
              + " groups, and accounts that are likelier of some kind than not.",
          EvidenceTables.PEER_HISTOGRAM.fields(),
          EvidenceTables.PEER_HISTOGRAM.key(),
          EvidenceTables.PEER_HISTOGRAM.partitionBy(),
          EvidenceTables.PEER_HISTOGRAM.constraints());

  public static final Table ASSESSMENT_LEVEL =
      new Table(
          Layer.GOLD,
          "assessment_level",
          "One row per platform and kind: how common the kind seems there, and what a likelihood"
              + " starts from. The logarithm of an account's odds is intercept + shift + the sum of"
              + " its contributions in assessment_evidence; p = 1 / (1 + exp(-it)).",
          SilverTables.asOf(
              List.of(
                  AccountKey.PLATFORM,
                  required("kind", StringType, KIND),
                  required("model", StringType, "the model that weighs the evidence"),
                  required(
                          "base_rate",
                          DoubleType,
                          "share of accounts of the kind for which the model's likelihoods are true")
                      .in("share 0-1"),
                  required(
                          "intercept",
                          DoubleType,
                          "of an account of which nothing is known, at base_rate")
                      .in("nats"),
                  required("assessed", LongType, "accounts whose likelihood is known")
                      .in("accounts"),
                  optional(
                          "share_uncorrected",
                          DoubleType,
                          "mean of the likelihoods at base_rate; null without any")
                      .in("share 0-1"),
                  optional(
                          "share",
                          DoubleType,
                          "estimated share of these accounts that are of the kind: the share at which"
                              + " it is the mean likelihood, at most one half; null: see"
                              + " share_reason")
                      .in("share 0-1"),
                  optional(
                      "share_reason", StringType, "why no share is estimated, or what limits it"),
                  required(
                          "shift",
                          DoubleType,
                          "what brings odds from base_rate to share; 0 where none is estimated")
                      .in("nats"))),
          List.of("as_of", "platform", "kind"),
          List.of("as_of"),
          List.of(
              fail(
                  "a_share_or_why",
                  "coalesce(share BETWEEN 0 AND 0.5, share_reason IS NOT NULL AND shift = 0)",
                  "a share lies between 0 and one half, or there is a reason why there is none")));

  public static final Table ASSESSMENT_EVIDENCE =
      new Table(
          Layer.GOLD,
          "assessment_evidence",
          "One row per account, kind and signal or tie to a group that has a weight and is known:"
              + " what it adds to the likelihood. What is not known adds nothing.",
          SilverTables.asOf(
              List.of(
                  AccountKey.PLATFORM,
                  AccountKey.ACCOUNT_ID,
                  required("kind", StringType, KIND),
                  required(
                      "signal",
                      StringType,
                      "name of the signal (signals.md), or of the tie: farm_member, pod_member,"
                          + " farm_customer; engagement_doubtful: how much of its engagement comes"
                          + " from doubtful accounts"),
                  required("family", StringType, "family of the signal; coordination of a tie"),
                  required(
                      "value",
                      DoubleType,
                      "value of the signal; 1 = true; of engagement_doubtful (engagements_doubtful +"
                          + " 0.5) / (engagements + 10) of audience_quality"),
                  optional(
                      "peer_group",
                      StringType,
                      "accounts of reference_histogram it is measured against; null of a tie, and of"
                          + " engagement_doubtful, which is compared with all creators"),
                  optional(
                          "reference_tail",
                          DoubleType,
                          "mid-rank tail against these, as if the account were one more of them;"
                              + " where both ends are suspicious doubled, at most 1; of signals told"
                              + " by magnitude as in account_evidence; of engagement_doubtful among the"
                              + " creators of the platform with 20 engagements or more; null of a tie")
                      .in("share 0-1"),
                  required("weight", DoubleType, "of the signal or tie in the kind's model"),
                  required(
                          "contribution",
                          DoubleType,
                          "what it adds to the logarithm of the odds: weight x (min(5, -log10"
                              + " reference_tail) - 0.4343), of a tie the weight")
                      .in("nats"))),
          List.of("as_of", "platform", "account_id", "kind", "signal"),
          List.of("as_of"),
          List.of(fail("a_weight", "weight >= 0", "more evidence never lowers a likelihood")));

  private AssessmentEvidenceTables() {}
}

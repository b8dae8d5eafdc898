package io.assay.contracts;

import static io.assay.contracts.Constraint.fail;
import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.assay.contracts.Table.Layer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is suspicious about accounts, measured against their peers. */
public final class EvidenceTables {
  private static final String PROBABILITY = "probability 0-1";

  public static final Table ACCOUNT_EVIDENCE =
      new Table(
          Layer.GOLD,
          "account_evidence",
          "One row per account and signal that is notable among peers: how unusual, in words, and"
              + " what innocent explanations there are. Some of any crowd are listed in each signal,"
              + " up to notable_below of it; to be listed is no accusation.",
          SilverTables.asOf(
              List.of(
                  SignalTables.PLATFORM,
                  SignalTables.ACCOUNT_ID,
                  required("signal", StringType, "column of account_signal"),
                  required("family", StringType, "family of the signal"),
                  required("direction", StringType, "high or low: the end at which it lies"),
                  required("value", DoubleType, "value of the signal; 1 = true"),
                  required(
                      "peer_group",
                      StringType,
                      "the accounts it is compared with in this signal; as in peer_histogram"),
                  required("peer_n", LongType, "accounts in the group of whom it is known")
                      .in("accounts"),
                  required("peer_median", DoubleType, "median of these, exact to a bin; 1 = true"),
                  required(
                          "tail_rank",
                          DoubleType,
                          "mid-rank tail: of the peers, itself among them, the share beyond it + half"
                              + " of those in its bin; to rank with")
                      .in("share 0-1"),
                  required(
                          "tail_probability",
                          DoubleType,
                          "(r + 1) / (n + 1), r of the n other peers lying in its bin or beyond;"
                              + " doubled where both ends are suspicious; to test with")
                      .in(PROBABILITY),
                  required(
                          "notable_below",
                          DoubleType,
                          "threshold: what has at most this tail_probability is listed, see"
                              + " evidence.notable_below")
                      .in(PROBABILITY),
                  required("sentence", StringType, "what was found, in words"),
                  required("benign", StringType, "innocent explanations"),
                  required("why", StringType, "why it is suspicious, and who says so"))),
          List.of("as_of", "platform", "account_id", "signal"),
          List.of("as_of"),
          List.of(
              fail(
                  "a_probability",
                  "tail_probability > 0 AND tail_probability <= 1 AND tail_rank > 0",
                  "no account is impossible")));

  public static final Table ACCOUNT_SUSPICION =
      new Table(
          Layer.GOLD,
          "account_suspicion",
          "One row per account: how unusual it is among peers by family of signals and, put together,"
              + " by kind of fraud, with a calibrated likelihood.",
          SilverTables.asOf(
              Stream.of(
                      Stream.of(
                          SignalTables.PLATFORM,
                          SignalTables.ACCOUNT_ID,
                          optional("handle", StringType, "name in the account's address, as shown")
                              .identifiesPerson(),
                          SignalTables.PEER_GROUP),
                      Signals.families().stream()
                          .filter(f -> f != Family.CONTEXT)
                          .flatMap(EvidenceTables::family),
                      Arrays.stream(Kind.values()).flatMap(EvidenceTables::kind))
                  .flatMap(f -> f)
                  .toList()),
          List.of("as_of", "platform", "account_id"),
          List.of("as_of"),
          List.of(
              fail(
                  "likelihoods",
                  "least(bot_likelihood, fake_followers_likelihood, fake_engagement_likelihood) >= 0"
                      + " AND greatest(bot_likelihood, fake_followers_likelihood,"
                      + " fake_engagement_likelihood) <= 1",
                  "a likelihood lies between 0 and 1")));

  private EvidenceTables() {}

  private static Stream<Field> family(Family family) {
    String it = family.title();
    return Stream.of(
        optional(
                it + "_tail",
                DoubleType,
                "probability of a peer as suspicious in " + family.about() + "; null: see reason")
            .in(PROBABILITY),
        optional(
                it + "_fisher_p",
                DoubleType,
                "probability that its signals were as suspicious together if they had nothing to do"
                    + " with each other; what the kinds are made of")
            .in(PROBABILITY),
        optional(
            it + "_signal",
            StringType,
            "the one of its signals that lies farthest out, however far that is"),
        optional(it + "_reason", StringType, "why the family cannot speak; null where it does"));
  }

  private static Stream<Field> kind(Kind kind) {
    String it = kind.title();
    String families = String.join(", ", kind.families().stream().map(Family::title).toList());
    return Stream.of(
        optional(
                it + "_tail",
                DoubleType,
                "harmonic mean of the joint probabilities of "
                    + families
                    + ", one half for those that do not speak: how unusual it is, if it "
                    + kind.about()
                    + "; to rank with")
            .in(PROBABILITY),
        optional(
                it + "_likelihood",
                DoubleType,
                "calibrated likelihood that it " + kind.about() + ", at the model's base rate")
            .in(PROBABILITY),
        optional(
            it + "_model",
            StringType,
            "the model that gave it, see ops.model; of a shipped one methods.md"));
  }
}

package io.assay.contracts;

import static io.assay.contracts.Constraint.fail;
import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.assay.contracts.Table.Layer;
import java.util.List;
import java.util.stream.Stream;

/** What is suspicious about accounts, measured against their peers. */
public final class EvidenceTables {
  private static final String PROBABILITY = "probability 0-1";

  private static final String SIGNAL = "name of the signal, a column of account_signal";

  public static final Table PEER_HISTOGRAM =
      new Table(
          Layer.GOLD,
          "peer_histogram",
          "The shape of every signal among peers: exact counts of accounts by logarithmic bin, and of"
              + " those of whom it is unknown. What evidence is measured against.",
          SilverTables.asOf(
              List.of(
                  AccountKey.PLATFORM,
                  required(
                      "peer_group",
                      StringType,
                      "whose values are counted: '<platform> <range> followers' for signals that"
                          + " depend on size, '<platform> all accounts' for others"),
                  required("signal", StringType, SIGNAL),
                  required(
                      "bin",
                      IntegerType,
                      "number of the bin, rising with the value: -1000000 = exactly 0 or false, 0 ="
                          + " true for flags, below -2000000 negative, -2147483648 = unknown"),
                  optional("bin_lower", DoubleType, "least value of the bin; null where unknown"),
                  optional(
                      "bin_upper",
                      DoubleType,
                      "value at which the next bin starts (of a negative bin the largest in it)"),
                  required("n", LongType, "accounts in the bin").in("accounts"))),
          List.of("as_of", "platform", "peer_group", "signal", "bin"),
          List.of("as_of"),
          List.of(
              fail("some_account", "n > 0", "empty bins are left out"),
              fail("edges_rise", "bin_lower <= bin_upper", "a bin ends above where it begins")));

  public static final Table ACCOUNT_EVIDENCE =
      new Table(
          Layer.GOLD,
          "account_evidence",
          "One row per account and signal that is notable among peers: how unusual, in words, and"
              + " what innocent explanations there are. Some of any crowd are listed in each signal,"
              + " up to notable_below of it; to be listed is no accusation.",
          SilverTables.asOf(
              List.of(
                  AccountKey.PLATFORM,
                  AccountKey.ACCOUNT_ID,
                  required("signal", StringType, SIGNAL),
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
                              + " of those in its bin; to rank with; of signals told by magnitude"
                              + " (signals.md), above the peers' 90 % quantile q90, .1 exp(-(x -"
                              + " q90) / h), x the inverse hyperbolic sine of the value (methods.md)")
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

  public static final Table ACCOUNT_FAMILY_EVIDENCE =
      new Table(
          Layer.GOLD,
          "account_family_evidence",
          "One row per account: how unusual it is among peers by family of signals, or why the family"
              + " cannot speak.",
          SilverTables.asOf(
              Stream.concat(
                      Stream.of(
                          AccountKey.PLATFORM,
                          AccountKey.ACCOUNT_ID,
                          optional("handle", StringType, "name in the account's address, as shown")
                              .identifiesPerson(),
                          SignalTables.PEER_GROUP),
                      Signals.families().stream()
                          .filter(f -> f != Family.CONTEXT)
                          .flatMap(EvidenceTables::family))
                  .toList()),
          List.of("as_of", "platform", "account_id"),
          List.of("as_of"),
          List.of());

  private EvidenceTables() {}

  private static Stream<Field> family(Family family) {
    FamilyColumns columns = FamilyColumns.of(family);
    return Stream.of(
        optional(
                columns.tail(),
                DoubleType,
                "probability of a peer as suspicious in " + family.about() + "; null: see reason")
            .in(PROBABILITY),
        optional(
                columns.fisherP(),
                DoubleType,
                "probability that its signals were as suspicious together if they had nothing to do"
                    + " with each other; what the kinds are made of")
            .in(PROBABILITY),
        optional(
            columns.signal(),
            StringType,
            "the one of its signals that lies farthest out, however far that is"),
        optional(columns.reason(), StringType, "why the family cannot speak; null where it does"));
  }
}

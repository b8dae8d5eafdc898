package io.assay.contracts;

import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.assay.contracts.Table.Layer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is measured of every account, and how it is distributed among accounts of its size. */
public final class SignalTables {
  static final Field PLATFORM = required("platform", StringType, "platform in lower case");
  static final Field ACCOUNT_ID =
      required("account_id", StringType, "the platform's stable id of the account")
          .identifiesPerson();
  static final Field PEER_GROUP =
      required(
          "peer_group",
          StringType,
          "platform and follower range of the accounts it is compared with in what depends on size"
              + " (families audience, growth, engagement, received_comments, context); in other"
              + " families it is compared with '<platform> all accounts'");

  public static final Table ACCOUNT_SIGNAL =
      new Table(
          Layer.GOLD,
          "account_signal",
          "One row per account seen as profile, author or actor: every signal, or why it is"
              + " unknown.",
          SilverTables.asOf(
              Stream.of(
                      Stream.of(
                          PLATFORM,
                          ACCOUNT_ID,
                          optional("handle", StringType, "name in the account's address, as shown")
                              .identifiesPerson(),
                          optional("followers", LongType, "latest followers shown").in("accounts"),
                          PEER_GROUP),
                      Signals.ALL.stream().map(Signal::field),
                      Arrays.stream(SignalInput.values())
                          .map(
                              input ->
                                  optional(
                                      input.reasonColumn(),
                                      StringType,
                                      "why nothing is measured from "
                                          + input.about()
                                          + "; null where it is")))
                  .flatMap(f -> f)
                  .toList()),
          List.of("as_of", "platform", "account_id"),
          List.of("as_of"),
          List.of());

  public static final Table PEER_HISTOGRAM =
      new Table(
          Layer.GOLD,
          "peer_histogram",
          "The shape of every signal among peers: exact counts of accounts by logarithmic bin, and"
              + " of those of whom it is unknown. What evidence is measured against.",
          SilverTables.asOf(
              List.of(
                  PLATFORM,
                  required(
                      "peer_group",
                      StringType,
                      "whose values are counted: '<platform> <range> followers' for signals that"
                          + " depend on size, '<platform> all accounts' for others"),
                  required("signal", StringType, "column of account_signal"),
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
              Constraint.fail("some_account", "n > 0", "empty bins are left out"),
              Constraint.fail(
                  "edges_rise", "bin_lower <= bin_upper", "a bin ends above where it begins")));

  private SignalTables() {}
}

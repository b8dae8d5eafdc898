package io.assay.contracts;

import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.assay.contracts.Table.Layer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is measured of every account. */
public final class SignalTables {
  static final Field PEER_GROUP =
      required(
          "peer_group",
          StringType,
          "platform and follower range of the accounts it is compared with in what depends on size"
              + " (families audience, growth, engagement, received_comments, context); in other"
              + " families it is compared with '<platform> all accounts'");

  private static final String ACCOUNT_SIGNAL_NAME = "account_signal";

  public static final Table ACCOUNT_SIGNAL =
      new Table(
          Layer.GOLD,
          ACCOUNT_SIGNAL_NAME,
          "One row per account seen as profile, author or actor: every signal, or why it is"
              + " unknown.",
          SilverTables.asOf(
              Stream.of(
                      Stream.of(
                          AccountKey.PLATFORM,
                          AccountKey.ACCOUNT_ID,
                          optional("handle", StringType, "name in the account's address, as shown")
                              .identifiesPerson(),
                          optional("followers", LongType, "latest followers shown").in("accounts"),
                          PEER_GROUP),
                      measured().stream().map(Signal::field),
                      Arrays.stream(SignalInput.values())
                          .filter(input -> input.table().equals(ACCOUNT_SIGNAL_NAME))
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

  /**
   * The tables that hold signals, one row an account: each the signals and the reasons of the
   * inputs that name it. The first has a row for every account seen. Whoever measures signals
   * elsewhere adds the table here, and its inputs to {@link SignalInput}.
   */
  public static final List<Table> HOLDING =
      List.of(ACCOUNT_SIGNAL, CoordinationTables.ACCOUNT_COORDINATION);

  private SignalTables() {}

  /** The columns of a table that are signals, and the reasons why these are null. */
  public static List<String> columns(Table table) {
    return Stream.concat(
            Signals.ALL.stream().filter(s -> s.table().equals(table.name())).map(Signal::name),
            Arrays.stream(SignalInput.values())
                .filter(input -> input.table().equals(table.name()))
                .map(SignalInput::reasonColumn))
        .toList();
  }

  /** The signals that the stage signals measures. */
  public static List<Signal> measured() {
    return Signals.ALL.stream().filter(s -> s.table().equals(ACCOUNT_SIGNAL_NAME)).toList();
  }
}

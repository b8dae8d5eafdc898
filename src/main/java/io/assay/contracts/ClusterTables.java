package io.assay.contracts;

import static io.assay.contracts.Constraint.fail;
import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.assay.contracts.Table.Layer;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Which kinds of accounts a platform holds, and which of them are suspicious. */
public final class ClusterTables {
  private static final String LIKELIHOOD = "probability 0-1";

  /** Element of {@code cluster_profile.statements}. */
  public static final DataType STATEMENTS =
      createArrayType(
          new StructType()
              .add("signal", StringType)
              .add("at_least", DoubleType)
              .add("at_most", DoubleType));

  /** Element of {@code cluster_profile.telling}. */
  public static final DataType TELLING =
      createArrayType(
          new StructType()
              .add("signal", StringType)
              .add("effect", DoubleType)
              .add("median", DoubleType)
              .add("median_outside", DoubleType));

  private static final Field STRATUM =
      required(
          "stratum",
          StringType,
          "creators: accounts with counted posts; audience: all others; each is divided apart");

  public static final Table CLUSTER_MODEL =
      new Table(
          Layer.GOLD,
          "cluster_model",
          "One row per platform and stratum: how accounts are divided, so that it can be applied and"
              + " carried on. A coordinate of an account is (asinh(factor x value) - median) / scale,"
              + " clipped to -3 .. 3, times weight; 0 where the value is unknown.",
          SilverTables.asOf(
              List.of(
                  AccountKey.PLATFORM,
                  STRATUM,
                  required(
                          "fitted_on",
                          DateType,
                          "day it was fitted to; it is applied until"
                              + " clusters.refit_days later")
                      .in("UTC day"),
                  required("sampled", LongType, "accounts it was fitted to").in("accounts"),
                  required("signals", createArrayType(StringType), "the coordinates, by signal"),
                  required("factors", createArrayType(DoubleType), "100 of shares, else 1"),
                  required("medians", createArrayType(DoubleType), "of asinh(factor x value)"),
                  required(
                      "scales",
                      createArrayType(DoubleType),
                      "of the same: interquartile range"
                          + " / 1.349, or standard deviation where that is 0"),
                  required(
                      "weights",
                      createArrayType(DoubleType),
                      "1 / square root of the signals"
                          + " of the family; negative where low values are suspicious"),
                  required(
                      "centres",
                      createArrayType(createArrayType(DoubleType)),
                      "of the leaves, by their numbers"))),
          List.of("as_of", "platform", "stratum"),
          List.of("as_of"),
          List.of());

  public static final Table ACCOUNT_CLUSTER =
      new Table(
          Layer.GOLD,
          "account_cluster",
          "One row per account: which group of alike accounts it belongs to, and how typical it is of"
              + " it.",
          SilverTables.asOf(
              List.of(
                  AccountKey.PLATFORM,
                  AccountKey.ACCOUNT_ID,
                  STRATUM,
                  required("cluster_id", StringType, "see cluster_profile"),
                  required(
                      "leaf",
                      IntegerType,
                      "number of the nearest centre of cluster_model;"
                          + " several leaves may be one suspicious cluster"),
                  required("distance", DoubleType, "to that centre").in("scaled units"),
                  required(
                          "typicality",
                          DoubleType,
                          "0: as near to the second choice; towards 1:" + " much nearer to its own")
                      .in("0-1"),
                  optional("second_cluster_id", StringType, "the nearest other cluster"),
                  required("suspicious", BooleanType, "whether its cluster is"),
                  optional("kind", StringType, "kind of fraud that a suspicious cluster speaks of"),
                  optional(
                          "likelihood_outside",
                          DoubleType,
                          "in a suspicious cluster: likelihood of"
                              + " the kind by its own signals against everybody outside; null also where"
                              + " nothing of it is known")
                      .in(LIKELIHOOD),
                  required("core", BooleanType, "whether that is one half or more"))),
          List.of("as_of", "platform", "account_id"),
          List.of("as_of"),
          List.of(
              fail("a_kind", "suspicious = (kind IS NOT NULL)", "suspicious clusters have a kind"),
              fail("a_core", "suspicious OR NOT core", "suspicious clusters alone have a core")));

  public static final Table CLUSTER_PROFILE =
      new Table(
          Layer.GOLD,
          "cluster_profile",
          "One row per group of alike accounts: what is true of its members, in what they differ from"
              + " everybody else, and whether that is suspicious.",
          SilverTables.asOf(
              List.of(
                  AccountKey.PLATFORM,
                  required(
                      "cluster_id",
                      StringType,
                      "stratum, day of its first appearance and a"
                          + " number; the same from day to day while it shares half of all members"),
                  STRATUM,
                  required("state", StringType, "new, same (as the day before) or gone"),
                  required("known_since", DateType, "first day under this id").in("UTC day"),
                  required("accounts", LongType, "members; 0 of one that is gone").in("accounts"),
                  required("share", DoubleType, "of all accounts of the platform").in("share 0-1"),
                  required("leaves", IntegerType, "parts of cluster_model that it consists of"),
                  required("name", StringType, "what is true of at least seven in ten members"),
                  required(
                      "statements",
                      STATEMENTS,
                      "the same to be checked: each is true of nine in" + " ten members"),
                  required(
                      "telling",
                      TELLING,
                      "what tells members from everybody outside most:"
                          + " Cliff's delta (-1..1, above 0 higher values inside), and both medians"),
                  required(
                      "suspicious_families",
                      createArrayType(StringType),
                      "families in which"
                          + " members are more suspicious than everybody outside, by a Cliff's delta of"
                          + " .33 or more"),
                  required("suspicious", BooleanType, "whether it is"),
                  optional(
                      "kind", StringType, "kind of fraud it speaks of; null unless suspicious"),
                  optional(
                          "median_likelihood",
                          DoubleType,
                          "median over members of the likelihood by"
                              + " their signals against everybody outside: of the kind, else of the likeliest"
                              + " kind; null where it cannot be judged")
                      .in(LIKELIHOOD),
                  optional("lower_quartile", DoubleType, "lower quartile of the same")
                      .in(LIKELIHOOD),
                  required("core_accounts", LongType, "members who are suspicious by themselves")
                      .in("accounts"),
                  required("why", StringType, "why it is suspicious or not, in words"))),
          List.of("as_of", "platform", "cluster_id"),
          List.of("as_of"),
          List.of(
              fail("a_state", "state IN ('new', 'same', 'gone')", "a state is one of the three"),
              fail(
                  "a_kind", "suspicious = (kind IS NOT NULL)", "suspicious clusters have a kind")));

  private ClusterTables() {}
}

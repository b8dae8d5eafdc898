package io.assay.contracts;

import static io.assay.contracts.BronzeTables.notNegative;
import static io.assay.contracts.Constraint.fail;
import static io.assay.contracts.Field.SHARE;
import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.assay.contracts.Table.Layer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Who acts together, and how unlikely that is by chance: results, replaced whole for a day. */
public final class CoordinationTables {
  private static final String PROBABILITY = "probability 0-1";
  private static final String ACCOUNTS = "accounts";
  private static final String POSTS = "posts";
  private static final String NATS = "nats";

  /** Role of those who act, see {@code coordinated_member.role}. */
  public static final String MEMBER = "member";

  /** Kind of groups that hit others' posts, see {@code coordinated_member.kind}. */
  public static final String FARM = "farm";

  /** Kind of a group whose members engage each other by agreement. */
  public static final String POD = "pod";

  /** Kind of a group that shares the same objects at the same time. */
  public static final String LOCKSTEP = "lockstep";

  /** Role of those who are taken to have paid for a farm's hits. */
  public static final String CUSTOMER = "customer";

  /** Kind of what is not accepted, see {@code coordinated_group.kind}. */
  public static final String UNEXPLAINED = "unexplained";

  /** Element of {@code coordinated_group.stock_phrases}. */
  public static final DataType PHRASES =
      createArrayType(new StructType().add("phrase", StringType).add("comments", LongType));

  /** Element of {@code coordinated_group.explanations}. */
  public static final DataType EXPLANATIONS =
      createArrayType(
          new StructType()
              .add("explanation", StringType)
              .add("ruled_out", BooleanType)
              .add("because", StringType));

  private static final Field GROUP_ID =
      required(
          "group_id",
          StringType,
          "form and a number; the same from day to day where half of the members stay");

  private static final Field KIND =
      required(
          "kind",
          StringType,
          "pod: creators who engage each other's posts by agreement; farm: accounts that hit others'"
              + " posts; lockstep: accounts that share the same objects at the same time;"
              + " unexplained: not accepted as any of these");

  private static final Field ACCEPTED =
      required(
          "accepted",
          BooleanType,
          "whether agreement is the best explanation: probability .7 or more, and neither what all"
              + " do, nor an audience that follows one author's posts, nor guests explain it. Do"
              + " not tell people of others");

  public static final Table COORDINATED_GROUP =
      new Table(
          Layer.GOLD,
          "coordinated_group",
          "One row per group of accounts that act together more than chance explains: what it is,"
              + " what it was judged by, and which other explanations were considered.",
          SilverTables.asOf(
              List.of(
                  AccountKey.PLATFORM,
                  GROUP_ID,
                  KIND,
                  required(
                      "form", StringType, "pod, farm or lockstep: what it is if it is accepted"),
                  ACCEPTED,
                  required(
                          "probability",
                          DoubleType,
                          "that such a group acts by agreement; an explanation found can overrule it."
                              + " Of a pod it follows from evenness, synchrony, delays, stock"
                              + " phrases, strength of ties and size, of a farm from synchrony and"
                              + " stock phrases; of lockstep it is 1 / (1 + chance), the chance"
                              + " being that of log10_chance")
                      .in(PROBABILITY),
                  required(
                      "verdict",
                      StringType,
                      "accepted; unlikely: probability below .7; everybody: it does no more than"
                          + " everybody; audience: it is that of hub_account_id; guests: it writes as"
                          + " everybody does, as guests of a giveaway would; untimed: with so few"
                          + " times a farm cannot be told from an audience"),
                  required("sentence", StringType, "what it does, in words"),
                  required("members", IntegerType, "accounts in it").in(ACCOUNTS),
                  required(
                          "targets",
                          IntegerType,
                          "accounts whose posts it engages; of a pod its members, of lockstep none")
                      .in(ACCOUNTS),
                  required(
                          "posts",
                          IntegerType,
                          "posts on which it acted; of lockstep the objects that it shared")
                      .in("posts or objects"),
                  required("acts", LongType, "engagements that it was judged by").in("engagements"),
                  required(
                          "density",
                          DoubleType,
                          "of the engagements that its members could give these posts, those that"
                              + " they gave")
                      .in(SHARE),
                  optional(
                          "reciprocity",
                          DoubleType,
                          "of the ordered pairs of members of whom the first engages the second, those"
                              + " of whom the second engages the first too; null of farms")
                      .in(SHARE),
                  required("acts_timed", LongType, "acts whose time is known").in("engagements"),
                  optional(
                          "latency_median",
                          DoubleType,
                          "median time from a post to these; null without times")
                      .in("seconds"),
                  optional("latency_median_of_all", DoubleType, "the same of the whole platform")
                      .in("seconds"),
                  optional(
                      "latency_spread",
                      DoubleType,
                      "upper quartile / lower quartile of these times; 1 = all at once"),
                  optional("latency_spread_of_all", DoubleType, "the same of the whole platform"),
                  optional(
                      "unevenness",
                      DoubleType,
                      "Pearson dispersion of who engages whom: 1 = as even as dice (agreements are),"
                          + " about 1.9 = friends with their favourites; 3 where too little is seen"),
                  optional(
                      "rate_variation",
                      DoubleType,
                      "squared coefficient of variation of the rates behind these counts, however much"
                          + " of them a crawl shows: 0 = all alike, as by agreement; .07 or more ="
                          + " friends; below 0 by chance"),
                  optional(
                      "delay_spread",
                      DoubleType,
                      "how far apart its delays are, logarithm of upper over lower quartile, relative"
                          + " to everybody's: below 1 = closer together; 1 where fewer than 10 times"
                          + " are known"),
                  optional(
                      "synchrony",
                      DoubleType,
                      "how close in time members follow each other under a post, relative to"
                          + " everybody: 1 = like everybody, .5 = twice as close; 1 where fewer than"
                          + " 10 pairs of times are known"),
                  optional("synchrony_pairs", IntegerType, "pairs of times compared").in("pairs"),
                  optional("comments", LongType, "comments among its acts").in("comments"),
                  optional(
                          "stock_share",
                          DoubleType,
                          "of these the share that would fit under any post; null without comments")
                      .in(SHARE),
                  optional("stock_share_of_all", DoubleType, "the same of the whole platform")
                      .in(SHARE),
                  required(
                      "stock_phrases",
                      PHRASES,
                      "the five commonest of these, and how many comments say them"),
                  optional(
                      "log10_likelihood_ratio",
                      DoubleType,
                      "how much likelier its acts are by agreement than by chance, given how active"
                          + " everybody is elsewhere: 6 = a million times; the sum over its members;"
                          + " null of lockstep"),
                  optional(
                      "log10_chance",
                      DoubleType,
                      "by chance, how often an account does as much as the member in the middle, times"
                          + " the accounts that might; -6 = once in a million such crawls; of pods"
                          + " and farms an upper bound, 1 / likelihood ratio"),
                  optional(
                      "niche_id",
                      StringType,
                      "niche of most of the authors it engages, see niche; null if they have none"),
                  optional("niche_share", DoubleType, "share of these authors who are of it")
                      .in(SHARE),
                  optional(
                          "hub_account_id",
                          StringType,
                          "author whose posts these acts follow best; of a farm")
                      .identifiesPerson(),
                  optional(
                          "hub_chance",
                          DoubleType,
                          "of as many hits so soon after its posts; below .001 the group is taken for"
                              + " its audience")
                      .in(PROBABILITY),
                  optional("first_act_at", TimestampType, "first act with a time").in("UTC"),
                  optional("last_act_at", TimestampType, "last act with a time").in("UTC"),
                  required("known_since", DateType, "first day under this id"),
                  required(
                      "explanations",
                      EXPLANATIONS,
                      "what else it could be, whether that is ruled out (null: cannot be told), and"
                          + " why; where it is not, why the group is accepted all the same"))),
          List.of("as_of", "platform", "group_id"),
          List.of("as_of"),
          List.of(
              fail(
                  "kind_of_accepted",
                  "(kind = 'unexplained') != accepted AND (NOT accepted OR kind = form)",
                  "only accepted groups have a kind"),
              fail(
                  "a_group",
                  "members >= 3 AND density > 0 AND probability BETWEEN 0 AND 1",
                  "a group has members who act")));

  public static final Table COORDINATED_MEMBER =
      new Table(
          Layer.GOLD,
          "coordinated_member",
          "One row per account and group: who belongs to it in which role. Members act; customers"
              + " and victims are those whose posts a farm hits, and no members.",
          SilverTables.asOf(
              List.of(
                  AccountKey.PLATFORM,
                  GROUP_ID,
                  AccountKey.ACCOUNT_ID,
                  optional("handle", StringType, "name in the account's address, as shown")
                      .identifiesPerson(),
                  KIND,
                  ACCEPTED,
                  required(
                      "role",
                      StringType,
                      "member; customer: a large part of its posts is hit; victim: hit as well, but"
                          + " nothing says that it paid"),
                  required(
                          "acts",
                          IntegerType,
                          "a member's engagements in the group; of a target its posts that are hit")
                      .in("engagements or posts"),
                  required(
                          "degree",
                          IntegerType,
                          "other members whom it engages or who engage it, or who hit a post beside"
                              + " it; of a target the members who hit it")
                      .in(ACCOUNTS),
                  required(
                          "coverage",
                          DoubleType,
                          "of the group's posts that it could engage those it did; of a target the"
                              + " share of its posts that are hit")
                      .in(SHARE),
                  optional(
                          "own_share",
                          DoubleType,
                          "share of all its engagements that is spent in the group; null of targets")
                      .in(SHARE),
                  optional(
                          "likelihood_out",
                          DoubleType,
                          "log-likelihood ratio of what it gives: by agreement over by chance; above"
                              + " 0 agreement is likelier; null of targets")
                      .in(NATS),
                  optional(
                          "likelihood_in",
                          DoubleType,
                          "the same of what it takes from the others; of members of pods alone")
                      .in(NATS),
                  required("known_since", DateType, "first day of the group's id"))),
          List.of("as_of", "platform", "group_id", "account_id"),
          List.of("as_of"),
          List.of(
              fail(
                  "a_role",
                  "role IN ('member', 'customer', 'victim')",
                  "a role is one of the three"),
              fail(
                  "shares",
                  "coverage BETWEEN 0 AND 1 AND coalesce(own_share, 0) BETWEEN 0 AND 1",
                  "shares lie between 0 and 1")));

  public static final Table COORDINATED_PAIR =
      new Table(
          Layer.GOLD,
          "coordinated_pair",
          "Why these two: pairs of members of a group, of each member the 10 that bind it most; of"
              + " a group of more than 200 among the 200 who belong to it most clearly.",
          SilverTables.asOf(
              List.of(
                  AccountKey.PLATFORM,
                  GROUP_ID,
                  required("first_account_id", StringType, "the one whose id sorts first")
                      .identifiesPerson(),
                  required("second_account_id", StringType, "the other").identifiesPerson(),
                  required("posts_of_second_by_first", IntegerType, "distinct posts").in(POSTS),
                  required("posts_of_first_by_second", IntegerType, "distinct posts").in(POSTS),
                  optional(
                          "mutual_chance",
                          DoubleType,
                          "of as much in both directions, given what either does elsewhere; null where"
                              + " one direction is empty")
                      .in(PROBABILITY),
                  required(
                          "shared_posts",
                          IntegerType,
                          "posts of others that both engaged; of lockstep objects that both shared in step")
                      .in(POSTS),
                  required("shared_authors", IntegerType, "authors of these").in(ACCOUNTS),
                  required(
                          "shared_expected",
                          DoubleType,
                          "posts that both would have engaged by chance, given how active they are,"
                              + " and how popular each post")
                      .in(POSTS),
                  required("shared_chance", DoubleType, "of as many shared posts").in(PROBABILITY),
                  required(
                          "examples",
                          createArrayType(StringType),
                          "up to three posts: of a pod of one by the other, of a farm shared ones")
                      .identifiesPerson())),
          List.of("as_of", "platform", "group_id", "first_account_id", "second_account_id"),
          List.of("as_of"),
          List.of(
              fail("in_order", "first_account_id < second_account_id", "a pair is listed once"),
              notNegative("shared_expected")));

  public static final Table COORDINATED_HIT =
      new Table(
          Layer.GOLD,
          "coordinated_hit",
          "One row per farm and post that it hit: how many came, how many would by chance, and"
              + " when.",
          SilverTables.asOf(
              List.of(
                  AccountKey.PLATFORM,
                  GROUP_ID,
                  required("post_id", StringType, "the post").identifiesPerson(),
                  required("account_id", StringType, "its author").identifiesPerson(),
                  required("members", IntegerType, "of the group who engaged it").in(ACCOUNTS),
                  required("actors", IntegerType, "accounts that engaged it, members among them")
                      .in(ACCOUNTS),
                  required("expected", DoubleType, "members who would have by chance").in(ACCOUNTS),
                  required("log10_chance", DoubleType, "of as many members; -6 = a millionth"),
                  optional(
                          "window_from",
                          DoubleType,
                          "when the hit began, after the post; null where times do not tell")
                      .in("seconds"),
                  optional("window_to", DoubleType, "when it ended").in("seconds"))),
          List.of("as_of", "platform", "group_id", "post_id"),
          List.of("as_of"),
          List.of(fail("some_members", "members > 0 AND members <= actors", "members are actors")));

  public static final Table NICHE =
      new Table(
          Layer.GOLD,
          "niche",
          "One row per author who shares an audience with at least 19 others: who is compared with"
              + " whom when coincidences are judged. Audiences are those of actors who publish"
              + " nothing.",
          SilverTables.asOf(
              List.of(
                  AccountKey.PLATFORM,
                  AccountKey.ACCOUNT_ID,
                  required(
                      "niche_id",
                      StringType,
                      "the same from day to day where half of the authors stay"),
                  required("authors", IntegerType, "authors of the niche").in(ACCOUNTS))),
          List.of("as_of", "platform", "account_id"),
          List.of("as_of"),
          List.of());

  public static final Table ACCOUNT_COORDINATION =
      new Table(
          Layer.GOLD,
          "account_coordination",
          "One row per account that engages, publishes or shares: how suspicious it is of acting by"
              + " agreement, and how much of what it does is part of that.",
          SilverTables.asOf(
              Stream.of(
                      Stream.of(
                          AccountKey.PLATFORM,
                          AccountKey.ACCOUNT_ID,
                          optional(
                              "score",
                              DoubleType,
                              "to rank by: 1 + probability in an accepted group, probability in another, a"
                                  + " tenth of that where everybody or an audience explains it or no time is"
                                  + " known; 0 in none; null if it is in none and engaged no crawled post of"
                                  + " others"),
                          optional(
                              "group_id",
                              StringType,
                              "the pod, farm or group in lockstep that gives the score"),
                          required(
                                  "engagements",
                                  IntegerType,
                                  "crawled posts of others that it engaged in coordination.window_days")
                              .in(POSTS)),
                      Signals.of(Family.COORDINATION).stream().map(Signal::field),
                      Stream.of(
                          optional("niche_id", StringType, "its niche as an author, see niche"),
                          optional(
                              SignalInput.COORDINATION.reasonColumn(),
                              StringType,
                              "why the shares are null; null where they are not")))
                  .flatMap(f -> f)
                  .toList()),
          List.of("as_of", "platform", "account_id"),
          List.of("as_of"),
          List.of(
              fail(
                  "score_or_nothing_done",
                  "(score IS NULL) = (engagements = 0 AND group_id IS NULL)",
                  "who did something has a score"),
              fail(
                  "share_or_reason",
                  "(farm_hit_share IS NULL) = (coordination_reason IS NOT NULL)",
                  "shares are stated, or there is a reason")));

  private CoordinationTables() {}
}

package io.assay.clusters;

import static io.assay.contracts.ClusterTables.ACCOUNT_CLUSTER;
import static io.assay.contracts.ClusterTables.CLUSTER_MODEL;
import static io.assay.contracts.ClusterTables.CLUSTER_PROFILE;
import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.MemoryLake;
import io.assay.testing.Rules;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * On platform x 210 people and a crowd of 90 that was made alike; on y people alone, on z ten
 * accounts, on w accounts that do not differ in anything. The crowd fades on later days.
 */
class ClustersJobTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate SECOND = FIRST.plusDays(1);
  private static final LocalDate REFIT = FIRST.plusDays(28);
  private static final LocalDate LAST = REFIT.plusDays(1);

  private static final MemoryLake LAKE = new MemoryLake(1);

  @BeforeAll
  static void divide() {
    world(90).deliver(LAKE, FIRST).run(FIRST, ClustersJob.JOB.body());
    world(90).deliver(LAKE, SECOND).run(SECOND, ClustersJob.JOB.body());
    world(90).deliver(LAKE, REFIT).run(REFIT, ClustersJob.JOB.body());
    world(0).deliver(LAKE, LAST).run(LAST, ClustersJob.JOB.body());
  }

  private static ClusterWorld world(int crowd) {
    return new ClusterWorld()
        .people("x", 210)
        .crowd("x", crowd)
        .people("v", 130)
        .crowd("v", 170)
        .people("y", 300)
        .people("z", 10)
        .alike("w", 100);
  }

  private static List<String> profiles(LocalDate day, String where, String... select) {
    return LAKE
        .all(CLUSTER_PROFILE)
        .where("as_of = '" + day + "'")
        .where(where)
        .selectExpr(select)
        .collectAsList()
        .stream()
        .map(r -> r.mkString("|"))
        .sorted()
        .toList();
  }

  private static long members(LocalDate day, String where) {
    return LAKE.all(ACCOUNT_CLUSTER).where("as_of = '" + day + "'").where(where).count();
  }

  @Test
  void allTablesObeyTheirRules() {
    List.of(CLUSTER_MODEL, ACCOUNT_CLUSTER, CLUSTER_PROFILE)
        .forEach(table -> Rules.obeyed(table, LAKE.all(table)));
  }

  @Test
  void theCrowdIsTheOneSuspiciousCluster() {
    assertThat(profiles(FIRST, "suspicious", "platform", "stratum", "kind", "state"))
        .containsExactly("x|audience|bot|new");
    assertThat(members(FIRST, "suspicious AND account_id LIKE 'crowd%'"))
        .isGreaterThanOrEqualTo(86);
    assertThat(members(FIRST, "suspicious AND account_id LIKE 'person%'")).isLessThanOrEqualTo(2);
    assertThat(members(FIRST, "core AND kind = 'bot'")).isGreaterThanOrEqualTo(86);
    Row crowd = LAKE.all(CLUSTER_PROFILE).where("as_of = '" + FIRST + "' AND suspicious").first();
    assertThat(crowd.<Double>getAs("median_likelihood")).isGreaterThan(0.9);
    assertThat(crowd.<Long>getAs("core_accounts")).isEqualTo(members(FIRST, "core AND suspicious"));
    assertThat(crowd.<Long>getAs("accounts")).isEqualTo(members(FIRST, "suspicious"));
    assertThat(crowd.getList(crowd.fieldIndex("suspicious_families")).toString())
        .isEqualTo("[profile]");
  }

  @Test
  void everyAccountIsInOneClusterOfItsPlatform() {
    assertThat(members(FIRST, "true")).isEqualTo(1_010);
    assertThat(
            profiles(FIRST, "true", "platform", "accounts").stream()
                .filter(row -> row.startsWith("x|"))
                .mapToLong(row -> Long.parseLong(row.substring(2)))
                .sum())
        .isEqualTo(300);
  }

  @Test
  void tenAccountsAreOneClusterThatCannotBeJudged() {
    assertThat(profiles(FIRST, "platform = 'z'", "accounts", "share", "name", "why"))
        .containsExactly(
            "10|1.0|too few accounts, or too few others, to say what they have in common|too few"
                + " accounts to be judged, see clusters.min_accounts");
  }

  /** Of 300 accounts 170: said, and not hidden among the usual. */
  @Test
  void aCrowdOfMoreThanHalfOfAPlatformIsSaidToBeTooManyToJudge() {
    List<String> said =
        profiles(FIRST, "platform = 'v' AND why LIKE 'not judged%'", "suspicious", "kind", "why");
    assertThat(said).isNotEmpty().allMatch(row -> row.startsWith("false|null|not judged: it and"));
    assertThat(members(FIRST, "platform = 'v' AND suspicious")).isZero();
  }

  @Test
  void accountsThatAreAllAlikeAreOneClusterAboveSuspicion() {
    assertThat(profiles(FIRST, "platform = 'w'", "accounts", "suspicious", "kind"))
        .containsExactly("100|false|null");
    assertThat(members(FIRST, "platform = 'w' AND typicality = 1 AND second_cluster_id IS NULL"))
        .isEqualTo(100);
  }

  @Test
  void onTheNextDayClustersAreTheSame() {
    assertThat(profiles(SECOND, "state <> 'same'", "cluster_id")).isEmpty();
    assertThat(profiles(SECOND, "true", "platform", "cluster_id", "accounts", "known_since"))
        .isEqualTo(profiles(FIRST, "true", "platform", "cluster_id", "accounts", "known_since"));
    assertThat(LAKE.all(CLUSTER_MODEL).where("as_of = '" + SECOND + "'").select("fitted_on"))
        .satisfies(
            days ->
                assertThat(days.distinct().collectAsList().toString())
                    .isEqualTo("[[" + FIRST + "]]"));
  }

  @Test
  void afterSomeDaysTheDivisionIsFittedAnewAndTheCrowdKeepsItsId() {
    assertThat(
            LAKE.all(CLUSTER_MODEL)
                .where("as_of = '" + REFIT + "'")
                .select("fitted_on")
                .distinct()
                .collectAsList()
                .toString())
        .isEqualTo("[[" + REFIT + "]]");
    assertThat(profiles(REFIT, "suspicious", "cluster_id", "state", "known_since"))
        .isEqualTo(profiles(SECOND, "suspicious", "cluster_id", "state", "known_since"));
  }

  @Test
  void aClusterThatDissolvesIsGone() {
    String id = profiles(REFIT, "suspicious", "cluster_id").get(0);
    assertThat(
            profiles(
                LAST, "platform = 'x' AND cluster_id = '" + id + "'", "state", "accounts", "name"))
        .containsExactly("gone|0|" + profiles(REFIT, "suspicious", "name").get(0));
    assertThat(profiles(LAST, "suspicious", "cluster_id")).isEmpty();
  }

  @Test
  void aDayWithoutAccountsIsEmpty() {
    MemoryLake lake = new MemoryLake(1);
    new ClusterWorld().deliver(lake, FIRST).run(FIRST, ClustersJob.JOB.body());
    assertThat(lake.all(ACCOUNT_CLUSTER).count()).isZero();
    assertThat(lake.all(CLUSTER_PROFILE).count()).isZero();
    assertThat(lake.all(CLUSTER_MODEL).count()).isZero();
  }

  @Test
  void thePlatformThatIsEmptyOnTheNextDayIsGone() {
    MemoryLake lake = new MemoryLake(1);
    new ClusterWorld()
        .people("x", 60)
        .people("y", 60)
        .deliver(lake, FIRST)
        .run(FIRST, ClustersJob.JOB.body());
    new ClusterWorld().people("x", 60).deliver(lake, SECOND).run(SECOND, ClustersJob.JOB.body());
    assertThat(lake.all(CLUSTER_PROFILE).where("as_of = '" + SECOND + "'").collectAsList())
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.<String>getAs("state"))
                    .isEqualTo(row.getAs("platform").equals("x") ? "same" : "gone"));
    assertThat(lake.all(CLUSTER_MODEL).where("as_of = '" + SECOND + "' AND platform = 'y'").count())
        .isZero();
  }

  @Test
  void theContentIsTheSameHoweverAccountsAreSpread() {
    assertThat(content("1", false)).isEqualTo(content("4", true));
  }

  private static List<String> content(String partitions, boolean backwards) {
    String before = spark().conf().get("spark.sql.shuffle.partitions");
    String broadcast = spark().conf().get("spark.sql.autoBroadcastJoinThreshold");
    spark().conf().set("spark.sql.shuffle.partitions", partitions);
    spark().conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
    try {
      MemoryLake lake = new MemoryLake(1);
      ClusterWorld world = new ClusterWorld().people("x", 210).crowd("x", 90);
      (backwards ? world.backwards() : world)
          .deliver(lake, FIRST)
          .run(FIRST, ClustersJob.JOB.body());
      return List.of(
          lake.rows(CLUSTER_MODEL, "to_json(struct(*))").toString(),
          lake.rows(ACCOUNT_CLUSTER, "to_json(struct(*))").toString(),
          lake.rows(CLUSTER_PROFILE, "to_json(struct(*))").toString());
    } finally {
      spark().conf().set("spark.sql.shuffle.partitions", before);
      spark().conf().set("spark.sql.autoBroadcastJoinThreshold", broadcast);
    }
  }
}

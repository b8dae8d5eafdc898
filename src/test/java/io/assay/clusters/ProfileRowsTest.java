package io.assay.clusters;

import static io.assay.clusters.SignalRows.BINS;
import static io.assay.clusters.SignalRows.bins;
import static io.assay.clusters.SignalRows.leaf;
import static io.assay.clusters.SignalRows.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Kind;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Clusters in words. */
class ProfileRowsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

  private static Portrait.Trait trait(String signal, double effect, Object... valueAndCount) {
    return new Portrait.Trait(signal(signal), effect, 1, 2, bins(valueAndCount));
  }

  private static Row row(Kind kind, LeafVerdict verdict, Portrait.Trait... traits) {
    return ProfileRows.of(
        new Cluster("label", List.of(leaf(0), leaf(3)), kind),
        new ClusterNames.NamedCluster("audience-2026-10-31-01", DAY, true),
        new Portrait(List.of(traits)),
        verdict,
        100,
        90,
        400,
        BINS);
  }

  private static String name(Portrait.Trait... traits) {
    return row(null, null, traits).getAs("name");
  }

  @Test
  void theNameSaysTheFirstThreeThingsThatAreTrue() {
    assertThat(
            name(
                trait("farm_hit_share", 1, 1, 100),
                trait("posts_count", -0.9, 2, 100),
                trait("bio_length", -0.8, 30, 80, null, 20),
                trait("following_ratio", 0.7, 32, 100),
                trait("no_picture", 0.6, 1, 100),
                trait("account_age_days", -0.5, 93, 100)))
        .isEqualTo(
            "at most 2 posts published, at least 31 accounts followed for each follower, no"
                + " picture");
  }

  @Test
  void whatIsSaidCanBeChecked() {
    Row row = row(null, null, trait("posts_count", -0.9, 2, 100));
    assertThat(row.getList(row.fieldIndex("statements")).toString())
        .isEqualTo("[[posts_count,null,2.0]]");
    assertThat(row.getList(row.fieldIndex("telling")).toString())
        .isEqualTo("[[posts_count,-0.9,1.0,2.0]]");
    assertThat(row.getList(row.fieldIndex("suspicious_families")).toString())
        .isEqualTo("[profile]");
    assertThat(row.<Double>getAs("share")).isEqualTo(0.25);
    assertThat(row.<Integer>getAs("leaves")).isEqualTo(2);
    assertThat(row.<Long>getAs("core_accounts")).isEqualTo(90);
  }

  @Test
  void aValueThatIsHeldAgainstBothEndsIsSaidOnce() {
    assertThat(
            name(trait("rate_above_expected", 1, 3, 100), trait("rate_below_expected", 1, 3, 100)))
        .isEqualTo("at least 2.9 times the engagement usual for its size");
  }

  @Test
  void negligibleDifferencesAreNotSaid() {
    assertThat(name(trait("posts_count", -0.14, 2, 100)))
        .isEqualTo("nothing sets nine in ten of these accounts apart from others");
    assertThat(name(trait("posts_count", -0.15, 2, 100))).isEqualTo("at most 2 posts published");
  }

  @Test
  void ofTooFewNothingIsSaid() {
    assertThat(name())
        .isEqualTo("too few accounts, or too few others, to say what they have in common");
  }

  @Test
  void whyASuspiciousClusterIs() {
    Row row = row(Kind.BOT, new LeafVerdict(Kind.BOT, 0.978, 0.5, false));
    assertThat(row.<Boolean>getAs("suspicious")).isTrue();
    assertThat(row.<String>getAs("kind")).isEqualTo("bot");
    assertThat(row.<Double>getAs("median_likelihood")).isEqualTo(0.978);
    assertThat(row.<Double>getAs("lower_quartile")).isEqualTo(0.5);
    assertThat(row.<String>getAs("why"))
        .isEqualTo(
            "suspicious: by their own signals against everybody outside, the middle one of its"
                + " members is run by a program with a likelihood of 0.98, and three in four of"
                + " them of 0.50 or more");
  }

  @Test
  void whyAnotherIsNot() {
    Row row = row(null, new LeafVerdict(Kind.FAKE_FOLLOWERS, 0.03, 0.01, false));
    assertThat(row.<Boolean>getAs("suspicious")).isFalse();
    assertThat(row.<String>getAs("kind")).isNull();
    assertThat(row.<Double>getAs("median_likelihood")).isEqualTo(0.03);
    assertThat(row.<String>getAs("why"))
        .startsWith("not suspicious: by their own signals")
        .contains("has bought followers with a likelihood of 0.03")
        .endsWith("which is too little; that is the likeliest kind");
    assertThat(row(null, new LeafVerdict(Kind.BOT, 0.03, 0.01, true)).<String>getAs("why"))
        .startsWith("not judged: it and clusters like it are more than clusters.largest_share");
    Row small = row(null, null);
    assertThat(small.<String>getAs("why"))
        .isEqualTo("too few accounts to be judged, see clusters.min_accounts");
    assertThat(small.<Double>getAs("median_likelihood")).isNull();
  }

  @Test
  void aClusterThatIsGoneKeepsItsName() {
    Row row =
        ProfileRows.gone(
            new ClusterNames.Before(
                "x", Stratum.CREATORS, "creators-2026-10-01-03", DAY, "what it was", 77));
    assertThat(row.<String>getAs("state")).isEqualTo("gone");
    assertThat(row.<String>getAs("name")).isEqualTo("what it was");
    assertThat(row.<String>getAs("stratum")).isEqualTo("creators");
    assertThat(row.<Long>getAs("accounts")).isZero();
    assertThat(row.<java.sql.Date>getAs("known_since").toLocalDate()).isEqualTo(DAY);
  }
}

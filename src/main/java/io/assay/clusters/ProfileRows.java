package io.assay.clusters;

import io.assay.contracts.ClusterTables;
import io.assay.contracts.Family;
import io.assay.contracts.RowLayout;
import io.assay.contracts.TableRow;
import io.assay.statistics.SignedBins;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Clusters in words and columns. */
final class ProfileRows {
  private static final RowLayout LAYOUT = RowLayout.measured(ClusterTables.CLUSTER_PROFILE);
  private static final RowLayout STATEMENT =
      RowLayout.elementOf(ClusterTables.CLUSTER_PROFILE, "statements");
  private static final RowLayout TRAIT =
      RowLayout.elementOf(ClusterTables.CLUSTER_PROFILE, "telling");

  /** Columns of {@code gold.cluster_profile} but the day and the run. */
  static final StructType SCHEMA = LAYOUT.schema();

  /** Signals and statements that are told. */
  private static final int MOST = 3;

  private ProfileRows() {}

  /**
   * @param portrait in what its members differ from everybody outside
   * @param verdict how it was judged; null where it was not, as it is too small
   * @param core members who are suspicious by themselves
   * @param all accounts of the platform
   */
  static Row of(
      Cluster cluster,
      ClusterNames.NamedCluster named,
      Portrait portrait,
      LeafVerdict verdict,
      long accounts,
      long core,
      long all,
      SignedBins bins) {
    // What is held against high and against low values is two signals of one value.
    Set<String> said = new HashSet<>();
    List<Statement> statements =
        portrait.traits().stream()
            .filter(trait -> trait.signal().family() != Family.COORDINATION)
            .filter(trait -> Math.abs(trait.effect()) >= Portrait.SMALL)
            .map(trait -> Statement.of(trait, bins))
            .filter(Objects::nonNull)
            .filter(statement -> said.add(statement.inWords()))
            .limit(MOST)
            .toList();
    TableRow row =
        LAYOUT
            .row()
            .set("platform", cluster.platform())
            .set("cluster_id", named.id())
            .set("stratum", cluster.stratum().title())
            .set("state", named.isNew() ? "new" : "same")
            .set("known_since", named.since())
            .set("accounts", accounts)
            .set("share", (double) accounts / all)
            .set("leaves", cluster.leaves().size())
            .set("name", name(statements, portrait))
            .set("statements", statements.stream().map(ProfileRows::statement).toList())
            .set("telling", portrait.traits().stream().limit(MOST).map(ProfileRows::trait).toList())
            .set(
                "suspicious_families",
                portrait.suspiciousFamilies().stream().map(Family::title).toList())
            .set("suspicious", cluster.isSuspicious())
            .set("kind", cluster.isSuspicious() ? cluster.kind().title() : null)
            .set("core_accounts", core)
            .set("why", why(cluster, verdict));
    if (verdict != null) {
      row.set("median_likelihood", verdict.median()).set("lower_quartile", verdict.quartile());
    }
    return row.row();
  }

  /** A cluster of the day before that is no longer there. */
  static Row gone(ClusterNames.Before before) {
    return LAYOUT
        .row()
        .set("platform", before.platform())
        .set("cluster_id", before.id())
        .set("stratum", before.stratum().title())
        .set("state", "gone")
        .set("known_since", before.since())
        .set("accounts", 0L)
        .set("share", 0.0)
        .set("leaves", 0)
        .set("name", before.name())
        .set("statements", List.of())
        .set("telling", List.of())
        .set("suspicious_families", List.of())
        .set("suspicious", false)
        .set("core_accounts", 0L)
        .set("why", "fewer than half of its members are together any more")
        .row();
  }

  private static String name(List<Statement> statements, Portrait portrait) {
    if (portrait.traits().isEmpty()) {
      return "too few accounts, or too few others, to say what they have in common";
    }
    return statements.isEmpty()
        ? "nothing sets nine in ten of these accounts apart from others"
        : statements.stream().map(Statement::inWords).collect(Collectors.joining(", "));
  }

  private static Row statement(Statement statement) {
    return STATEMENT
        .row()
        .set("signal", statement.signal().name())
        .set("at_least", statement.atLeast())
        .set("at_most", statement.atMost())
        .row();
  }

  private static Row trait(Portrait.Trait trait) {
    return TRAIT
        .row()
        .set("signal", trait.signal().name())
        .set("effect", trait.effect())
        .set("median", trait.median())
        .set("median_outside", trait.medianOutside())
        .row();
  }

  private static String why(Cluster cluster, LeafVerdict verdict) {
    if (verdict == null) {
      return "too few accounts to be judged, see clusters.min_accounts";
    }
    String measured =
        "by their own signals against everybody outside, the middle one of its members %s with a"
            + " likelihood of %s, and three in four of them of %s or more";
    String told =
        measured.formatted(
            verdict.kind().about(), rounded(verdict.median()), rounded(verdict.quartile()));
    if (cluster.isSuspicious()) {
      return "suspicious: " + told;
    }
    if (verdict.tooMany()) {
      return "not judged: it and clusters like it are more than clusters.largest_share of the"
          + " platform, and of so many nobody can say what is usual; alone, "
          + told;
    }
    return "not suspicious: " + told + ", which is too little; that is the likeliest kind";
  }

  private static String rounded(double likelihood) {
    return String.format(Locale.ROOT, "%.2f", likelihood);
  }
}

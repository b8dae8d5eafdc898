package io.assay.reporting.html.page;

import io.assay.reporting.html.model.ClusterFacts;
import io.assay.reporting.html.model.RateFacts;
import io.assay.reporting.html.model.RateFacts.BandRates;
import io.assay.reporting.html.model.RateFacts.ClaimRates;
import io.assay.reporting.html.model.ReportLimits;
import io.assay.reporting.html.model.VerdictFacts;
import io.assay.reporting.html.model.VerdictFacts.BandVerdicts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pictures of the page but those of groups, of the report's values. Rates are in percent. */
final class Charts {
  private Charts() {}

  /** What a picture leaves out, as a sentence; empty where it leaves out nothing. */
  static String cut(long drawn, long inAll, String what) {
    return drawn >= inAll
        ? ""
        : " Only "
            + Figures.count(drawn)
            + " of "
            + Figures.count(inAll)
            + " "
            + what
            + " are drawn.";
  }

  /** How the accounts of each band divide. */
  static Chart verdicts(VerdictFacts facts) {
    List<Chart.Variant> variants = new ArrayList<>();
    int most = 1;
    int bandsOfOne = 1;
    for (String platform : facts.platforms().stream().limit(ReportLimits.VARIANTS).toList()) {
      List<BandVerdicts> bands =
          facts.of(platform).stream().limit(ReportLimits.BANDS_DRAWN).toList();
      most = Math.max(most, bands.size());
      bandsOfOne = Math.max(bandsOfOne, facts.of(platform).size());
      List<List<Object>> rows = new ArrayList<>();
      for (BandVerdicts b : bands) {
        rows.add(
            row(
                b.band() == null ? "followers unknown" : b.band(),
                share(b.trusted(), b),
                share(b.doubted(), b),
                share(b.notAssessable(), b),
                b.trusted(),
                b.doubted(),
                b.notAssessable()));
      }
      variants.add(Chart.variant(platform, "verdicts", Map.of("rows", rows)));
    }
    return new Chart(
        "chart-verdicts",
        "Share of accounts trusted, doubted and not assessable, by follower band",
        "One bar a follower band, each 100 % of its accounts."
            + cut(variants.size(), facts.platforms().size(), "platforms")
            + cut(most, bandsOfOne, "bands of a platform"),
        most,
        variants);
  }

  private static double share(long part, BandVerdicts of) {
    return of.accounts() == 0 ? 0 : 100.0 * part / of.accounts();
  }

  /** How engagement is distributed in each band. */
  static Chart rates(RateFacts facts) {
    List<Chart.Variant> variants = new ArrayList<>();
    for (RateFacts.Picture picture :
        facts.pictures().stream().limit(ReportLimits.VARIANTS).toList()) {
      List<BandRates> bands =
          facts.of(picture).stream()
              .filter(b -> b.median() != null)
              .limit(ReportLimits.BANDS_DRAWN)
              .toList();
      if (bands.isEmpty()) {
        continue;
      }
      List<List<Object>> rows = new ArrayList<>();
      List<List<Object>> intervals = new ArrayList<>();
      Set<String> drawn = new HashSet<>();
      for (BandRates b : bands) {
        drawn.add(b.band());
        rows.add(
            row(
                b.band(),
                percent(b.p05()),
                percent(b.p25()),
                percent(b.median()),
                percent(b.p75()),
                percent(b.p95()),
                b.accounts()));
        if (b.low() != null && b.high() != null) {
          intervals.add(row(b.band(), percent(b.low()), percent(b.high())));
        }
      }
      List<List<Object>> claims = new ArrayList<>();
      for (ClaimRates c : facts.claimsOf(picture)) {
        if (drawn.contains(c.band())) {
          claims.add(
              row(
                  c.band(),
                  percent(c.claimLow()),
                  percent(c.claimHigh()),
                  c.statement(),
                  c.source()));
        }
      }
      variants.add(
          Chart.variant(
              picture.platform() + ", bands “" + picture.scheme() + "”",
              "rates",
              Map.of("rows", rows, "intervals", intervals, "claims", claims)));
    }
    return new Chart(
        "chart-rates",
        "Engagement per follower, by follower band",
        "For each band the middle half of its accounts as a box, nine in ten as whiskers, the"
            + " median with its 95 % interval, and what others claim as dashed lines."
            + cut(
                Math.min(ReportLimits.VARIANTS, facts.pictures().size()),
                facts.pictures().size(),
                "pictures"),
        0,
        variants);
  }

  /** The largest groups of alike accounts. */
  static Chart clusters(ClusterFacts facts) {
    List<List<Object>> rows = new ArrayList<>();
    facts.shown().stream()
        .limit(ReportLimits.GROUPS)
        .forEach(
            c ->
                rows.add(
                    row(
                        c.name() + " · " + c.id(),
                        c.id() + "\n" + c.name().replace(", ", "\n"),
                        c.suspicious() ? 0 : c.accounts(),
                        c.suspicious() ? c.accounts() : 0)));
    return new Chart(
        "chart-clusters",
        "Groups of alike accounts by size",
        "One bar a group, the suspicious ones first." + cut(rows.size(), facts.inAll(), "groups"),
        rows.size(),
        rows.isEmpty()
            ? List.of()
            : List.of(Chart.variant("all platforms", "clusters", Map.of("rows", rows))));
  }

  private static Double percent(Double share) {
    return share == null ? null : 100 * share;
  }

  /** May hold nulls. */
  static List<Object> row(Object... values) {
    return Arrays.asList(values);
  }
}

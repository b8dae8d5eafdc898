package io.assay.reporting.html.page;

import io.assay.contracts.Kind;
import io.assay.reporting.html.model.ActingGroup;
import io.assay.reporting.html.model.ClusterFacts;
import io.assay.reporting.html.model.DoubtFacts;
import io.assay.reporting.html.model.DoubtFacts.DoubtedAccount;
import io.assay.reporting.html.model.GroupFacts;
import io.assay.reporting.html.model.RateFacts;
import io.assay.reporting.html.model.RateFacts.BandRates;
import io.assay.reporting.html.model.ReportLimits;
import io.assay.reporting.html.model.ReportModel;
import io.assay.reporting.html.model.RunFacts;
import io.assay.reporting.html.model.SilenceFacts;
import io.assay.reporting.html.model.SizeCurve;
import io.assay.reporting.html.model.VerdictFacts;
import io.assay.reporting.html.model.VerdictFacts.BandVerdicts;
import io.assay.reporting.html.model.VerdictFacts.KindVerdicts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A report's values of a test's own. */
final class Literal {
  VerdictFacts verdicts =
      new VerdictFacts(
          List.of(new BandVerdicts("instagram", "nano", 8, 1, 1)),
          Arrays.stream(Kind.values())
              .map(k -> new KindVerdicts(k.title(), k.about(), 0, 9, 1))
              .toList(),
          0.7);
  RateFacts rates = new RateFacts(null, List.of(), 0, List.of(), 0, "standard");
  SizeCurve curve = new SizeCurve(null, List.of(), List.of(), List.of(), List.of(), List.of());
  ClusterFacts clusters = new ClusterFacts(null, List.of(), 0, 0);
  GroupFacts groups = new GroupFacts(null, List.of(), List.of(), List.of());
  DoubtFacts doubts = new DoubtFacts(List.of(), 0, 0);
  SilenceFacts silences = new SilenceFacts(List.of(), 0);
  String lake = "/data/lake";

  ReportModel model() {
    RunFacts run =
        new RunFacts("r1", "test", 1, "2026-10-31", "2026-10-31", List.of(), List.of(), 0);
    return new ReportModel(
        "2026-10-31", lake, run, verdicts, rates, curve, clusters, groups, doubts, silences);
  }

  String html() {
    return ReportPage.html(model());
  }

  /** A report in which every section has something to show, and a hostile crawl's text. */
  static Literal full(String hostile) {
    Literal full = new Literal();
    List<BandVerdicts> verdicts = new ArrayList<>();
    List<SizeCurve.CurveBin> bins = new ArrayList<>();
    List<SizeCurve.RateCell> cells = new ArrayList<>();
    for (String platform : List.of("instagram", "tiktok")) {
      for (int decade = 2; decade < 7; decade++) {
        long low = (long) Math.pow(10, decade);
        double rate = 0.2 / decade / decade;
        verdicts.add(new BandVerdicts(platform, "from " + low, 900 / decade, 9 * decade, decade));
        bins.add(new SizeCurve.CurveBin(platform, low, 10 * low, 100, 3.0 * low, rate, null));
        cells.add(new SizeCurve.RateCell(platform, 2.0 * low, rate * 1.5, 30));
        cells.add(new SizeCurve.RateCell(platform, 4.0 * low, rate * 0.4, 3));
      }
    }
    full.verdicts = new VerdictFacts(verdicts, full.verdicts.kinds(), 0.7);
    full.rates =
        new RateFacts(
            null,
            bands(6),
            6,
            List.of(
                new RateFacts.ClaimRates(
                    "2 % is healthy",
                    hostile, "instagram", "fine", "band1", .02, null, 50, .03, .1, .9, .0)),
            1,
            "fine");
    SizeCurve.Standout best =
        new SizeCurve.Standout("tiktok", "7", hostile, 5_000L, .2, .05, 4, false, 99.0);
    full.curve = new SizeCurve(null, bins, cells, List.of(best), List.of(best), List.of(best));
    full.clusters =
        new ClusterFacts(
            null, List.of(alike("audience-1", 70, true), alike("creators-2", 292, false)), 2, 1);
    full.groups =
        new GroupFacts(
            null,
            List.of(
                new GroupFacts.GroupCount("pod", true, 2, 1_000),
                new GroupFacts.GroupCount("farm", true, 1, 40),
                new GroupFacts.GroupCount("pod", false, 1, 8)),
            List.of(pod(1, ReportLimits.NODES), pod(2, 5), farm()),
            List.of(
                new GroupFacts.OtherGroup("instagram", "pod-3", "pod", 8, "they meet", List.of())));
    full.doubts = new DoubtFacts(doubts(hostile), 4_321, 1_234);
    full.silences =
        new SilenceFacts(
            List.of(new SilenceFacts.Silence("anything", "audience", "too few posts", 12)), 1);
    return full;
  }

  private static ClusterFacts.AlikeAccounts alike(String id, long accounts, boolean suspicious) {
    return new ClusterFacts.AlikeAccounts(
        "instagram",
        id,
        "audience",
        "at most 20 posts, no picture",
        accounts,
        .07,
        suspicious,
        suspicious ? "bot" : null,
        .9,
        "they are alike");
  }

  /** Followers fall from one to the next, handles of many scripts, a hostile one third. */
  private static List<DoubtedAccount> doubts(String hostile) {
    List<DoubtedAccount> doubts = new ArrayList<>();
    for (int i = 0; i < ReportLimits.DOUBTED; i++) {
      Kind kind = Kind.values()[i % 4];
      String handle =
          switch (i) {
            case 0 -> "مها.الكعبي";
            case 1 -> "🌸luna🌸";
            case 2 -> hostile;
            default -> "creator" + i;
          };
      doubts.add(
          new DoubtedAccount(
              i % 2 == 0 ? "instagram" : "tiktok",
              "id" + i,
              handle,
              1_000_000L - 1_000L * i,
              "micro",
              true,
              kind.title(),
              kind.about(),
              .7 + i / 1_000.0,
              i % 5 == 0,
              .01 + i / 5_000.0,
              .5 + i / 50.0,
              null,
              List.of(new DoubtFacts.Reason(kind.about(), "finding " + i + " " + hostile, hostile)),
              List.of(new DoubtFacts.Unjudged(Kind.BOT.about(), "no posts"))));
    }
    return doubts;
  }

  static DoubtedAccount doubted(String handle, String sentence) {
    return new DoubtedAccount(
        "instagram",
        "1",
        handle,
        1_200L,
        "micro",
        true,
        "pod",
        Kind.POD.about(),
        0.98,
        false,
        0.04,
        2.0,
        null,
        List.of(new DoubtFacts.Reason(Kind.POD.about(), sentence, "friends")),
        List.of());
  }

  /** A pod of as many as fit a picture, all tied to the first. */
  static ActingGroup pod(int number, int nodes) {
    List<ActingGroup.Node> members = new ArrayList<>();
    List<ActingGroup.BoundPair> edges = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      members.add(new ActingGroup.Node("id" + i, "handle.of." + i, "member", 10, 0.5));
      edges.add(new ActingGroup.BoundPair(0, i, 3));
    }
    return new ActingGroup(
        "instagram",
        "pod-" + number,
        "pod",
        "they engage each other's posts",
        500,
        500,
        90,
        0.5,
        861.0,
        10_000.0,
        -20.0,
        0.99,
        List.of(new GroupFacts.WeighedExplanation("friends", null, "too few times")),
        members,
        500,
        edges);
  }

  /** A farm whose workers hit the posts of three. */
  static ActingGroup farm() {
    ActingGroup pod = pod(3, 40);
    List<ActingGroup.Node> nodes = new ArrayList<>(pod.nodes());
    nodes.add(new ActingGroup.Node("c1", "customer.one", "customer", 9, 0.9));
    nodes.add(new ActingGroup.Node("c2", "customer.two", "customer", 5, 0.7));
    nodes.add(new ActingGroup.Node("v1", "victim.one", "victim", 2, 0.1));
    return new ActingGroup(
        "tiktok",
        "farm-1",
        "farm",
        "they hit the same posts",
        40,
        3,
        16,
        0.6,
        39_000.0,
        10_000.0,
        -4.0,
        0.8,
        pod.explanations(),
        nodes,
        nodes.size(),
        pod.edges());
  }

  static List<BandRates> bands(int count) {
    List<BandRates> bands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      bands.add(
          new BandRates(
              "instagram", "fine", "band" + i, i, i + 1L, 50, .01, .02, .03, .04, .05, .025, .035));
    }
    return bands;
  }
}

package io.assay.coordination.detection;

import io.assay.contracts.CoordinationTables;
import io.assay.contracts.RowLayout;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;

/**
 * What else a group could be, whether that is ruled out, and why. That everybody does so, or the
 * audience of a curator, or of a farm guests, who may come at the same minute but write in their
 * own words, keeps a group from being accepted: {@link Verdict}. That a pod's members are friends,
 * or happen to see each other's posts, is weighed with all signs, and so are guests who hardly
 * write; where such an explanation is left of a group that is accepted, it says why.
 */
final class GroupExplanations {
  private static final RowLayout LAYOUT =
      RowLayout.elementOf(CoordinationTables.COORDINATED_GROUP, "explanations");
  private static final double CLOSE = 0.8;

  private final CoordinatedGroup group;
  private final SignRules signs;
  private final HubRules hub;

  GroupExplanations(CoordinatedGroup group, CoordinationMethod method) {
    this.group = group;
    this.signs = method.signs();
    this.hub = method.hub();
  }

  List<Row> rows() {
    return group.kind() == GroupKind.FARM
        ? List.of(everybody(), audience(), visitors())
        : List.of(everybody(), friends(), notified());
  }

  private Row everybody() {
    String does =
        group.kind() == GroupKind.FARM ? "come to these posts" : "engage each other's posts";
    return row(
        "everybody behaves like this",
        group.verdict() != Verdict.EVERYBODY,
        "then other accounts would do as much",
        group.verdict() == Verdict.EVERYBODY
            ? "the members hardly do more than they, or are most of all accounts"
            : "the members " + does + " at least twice as often as others do");
  }

  private Row friends() {
    Unevenness uneven = group.signs().unevenness();
    String differ =
        String.format(
            Locale.ROOT,
            " (differences between their pairs: %.2f, where 0 is none and friends have about %.2f or"
                + " more)",
            Math.max(0, uneven.kappa()),
            signs.usualKappa());
    boolean few = uneven.error() == Double.POSITIVE_INFINITY;
    boolean even = uneven.sign(signs) > 0;
    return row(
        "friends or colleagues",
        few ? null : even,
        "friends have favourites, whom they engage far more than the others",
        few
            ? "too little of what these members do was crawled to tell whether they have"
            : (even ? "these members hardly have" : "these members have favourites, too") + differ);
  }

  private Row notified() {
    Synchrony synchrony = group.signs().synchrony();
    return row(
        "each happens to see the others' posts",
        synchrony.known() ? synchrony.ratio() < CLOSE : null,
        "then they would come at times as different as everybody's",
        synchrony.known()
            ? String.format(
                Locale.ROOT,
                "the times at which these members come to a post differ %.0f %% as much as other"
                    + " accounts' do (%,d visits compared)",
                100 * synchrony.ratio(),
                synchrony.pairs())
            : "too few of the times at which these members came are known to tell");
  }

  private Row audience() {
    boolean untimed = group.verdict() == Verdict.UNTIMED || group.shape().latency().timed() == 0;
    return row(
        "followers of somebody who recommends these posts",
        untimed ? null : !group.hub().explains(hub),
        "then they would come soon after posts of that account",
        untimed
            ? "too few of the times at which they came are known to tell whether they do"
            : followed());
  }

  private String followed() {
    if (group.hub().author() == Hub.NOBODY) {
      return "of the accounts that many of them follow or engage there is none after whose posts"
          + " they usually come";
    }
    return group.hub().explains(hub)
        ? String.format(
            Locale.ROOT,
            "they come within %s after the posts of one that many of them follow or engage, more"
                + " often than chance explains",
            GroupSentence.duration(hub.seconds()))
        : String.format(
            Locale.ROOT,
            "of the accounts that many of them follow or engage, the one that fits best explains no"
                + " more than chance does in %.1f %% of cases",
            100 * group.hub().chance());
  }

  private Row visitors() {
    StockShare stock = group.signs().stock();
    return row(
        "guests of a giveaway, fans, or readers of the same news",
        stock.rulesOutGuests(signs),
        "such people write in their own words",
        stock.comments() < signs.usualComments()
            ? String.format(
                Locale.ROOT, "the members' comments, %d, are too few to tell", stock.comments())
            : String.format(
                Locale.ROOT,
                "of the members' %,d comments the share that would fit under any post lies %s",
                stock.comments(),
                above(stock.beyond())));
  }

  private static String above(double beyond) {
    long points = Math.round(100 * beyond);
    return points < 1
        ? "no higher than everybody's"
        : points
            + (points == 1 ? " percentage point" : " percentage points")
            + " above everybody's";
  }

  /**
   * @param then what would be seen if the explanation held
   * @param but what is seen
   */
  private Row row(String explanation, Boolean ruledOut, String then, String but) {
    boolean left = group.isAccepted() && !Boolean.TRUE.equals(ruledOut);
    return LAYOUT
        .row()
        .set("explanation", explanation)
        .set("ruled_out", ruledOut)
        .set(
            "because",
            left
                ? "this cannot be ruled out, for "
                    + but
                    + "; yet the group is accepted, because "
                    + GroupReasons.text(GroupReasons.of(group, signs))
                : then + "; " + but)
        .row();
  }
}

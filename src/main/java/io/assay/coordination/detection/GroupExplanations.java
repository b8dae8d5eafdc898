package io.assay.coordination.detection;

import io.assay.contracts.CoordinationTables;
import io.assay.contracts.RowLayout;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;

/**
 * What else a group could be, whether that is ruled out, and why: friends are uneven and no closer
 * in time than anybody; a curator's audience follows its posts; everybody does what everybody does.
 */
final class GroupExplanations {
  private static final RowLayout LAYOUT =
      RowLayout.elementOf(CoordinationTables.COORDINATED_GROUP, "explanations");
  private static final double CLOSE = 0.8;

  /** Audiences of curators have at most .10 beyond everybody, farms at least .16. */
  private static final double STOCK = 0.13;

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
    return row(
        "everybody does so",
        group.verdict() != Verdict.EVERYBODY,
        group.verdict() == Verdict.EVERYBODY
            ? "its members do hardly more here than other accounts, or are most of all accounts"
            : "its members do at least twice what other accounts do here");
  }

  private Row friends() {
    Unevenness uneven = group.signs().unevenness();
    return row(
        "friends or colleagues",
        uneven.error() == Double.POSITIVE_INFINITY ? null : uneven.sign(signs) > 0,
        String.format(
            Locale.ROOT,
            "friends have favourites, so that the rates at which they engage each other vary"
                + " (rate_variation %.2f or more), by agreement they do not (0); here %.2f",
            signs.usualKappa(),
            uneven.kappa()));
  }

  private Row notified() {
    Synchrony synchrony = group.signs().synchrony();
    return row(
        "each sees the others' posts when it happens to look",
        synchrony.pairs() < signs.leastPairs() ? null : synchrony.ratio() < CLOSE,
        String.format(
            Locale.ROOT,
            "then their times would lie as far apart as everybody's (synchrony 1); here %.2f, of %d"
                + " pairs of times",
            synchrony.ratio(),
            synchrony.pairs()));
  }

  private Row audience() {
    return row(
        "the audience of one who shows these posts",
        group.verdict() == Verdict.UNTIMED ? null : !group.hub().explains(hub),
        group.verdict() == Verdict.UNTIMED
            ? "without times nobody can tell whether the hits follow somebody's posts"
            : "then hits would follow that one's posts; " + followed());
  }

  private String followed() {
    return group.hub().author() == Hub.NOBODY
        ? "they follow nobody's"
        : String.format(
            Locale.ROOT,
            "those they follow best they would by a chance of %.2g",
            group.hub().chance());
  }

  private Row visitors() {
    StockShare stock = group.signs().stock();
    return row(
        "guests of a giveaway, fans, readers of the same news",
        stock.comments() < signs.usualComments() ? null : stock.beyond() >= STOCK,
        String.format(
            Locale.ROOT,
            "then they would write as others do; here the share of stock phrases among %d comments"
                + " lies %.0f points above everybody's",
            stock.comments(),
            100 * stock.beyond()));
  }

  private static Row row(String explanation, Boolean ruledOut, String because) {
    return LAYOUT
        .row()
        .set("explanation", explanation)
        .set("ruled_out", ruledOut)
        .set("because", because)
        .row();
  }
}

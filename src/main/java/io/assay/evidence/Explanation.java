package io.assay.evidence;

import io.assay.contracts.Signal;
import io.assay.contracts.TableRow;
import io.assay.peers.Finding;
import io.assay.statistics.PeerGroups;
import io.assay.statistics.SignedBins;
import io.assay.text.PlainNumber;
import io.assay.text.ValueText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A finding in words and columns. */
final class Explanation {

  /** From so many peers on that hold one alike, it is told as 1 in so many. */
  private static final int LEAST_OF_ONE_IN = 10;

  private Explanation() {}

  /**
   * Fills in the columns of {@code gold.account_evidence} that tell of the finding.
   *
   * @param group name of the peers
   */
  static TableRow into(TableRow row, Finding finding, String group, SignedBins bins) {
    Signal signal = finding.signal();
    double median = bins.roundest(finding.peers().median());
    return row.set("signal", signal.name())
        .set("family", signal.family().title())
        .set("direction", finding.high() ? "high" : "low")
        .set("value", finding.value())
        .set("peer_group", group)
        .set("peer_n", finding.peers().n())
        .set("peer_median", median)
        .set("tail_rank", finding.rank())
        .set("tail_probability", finding.probability())
        .set("sentence", sentence(finding, group, median))
        .set("benign", signal.benign())
        .set("why", signal.why());
  }

  private static String sentence(Finding finding, String group, double median) {
    Signal signal = finding.signal();
    if (signal.isFlag()) {
      return signal.high() + "; " + alike(finding, group, "like that");
    }
    boolean share = signal.unit().startsWith("share");
    return ValueText.filled(
            finding.high() ? signal.high() : signal.low(), PlainNumber.of(finding.value(), share))
        + ", where "
        + (median == 0 ? "" : "about ")
        + PlainNumber.of(median, share)
        + " is typical; "
        + alike(finding, group, finding.high() ? "as high" : "as low");
  }

  /** How many of its peers are like it. */
  private static String alike(Finding finding, String group, String how) {
    long others = finding.peers().n() - 1;
    long alike = finding.asFarOut();
    double oneIn = (double) others / alike;
    String some =
        alike == 0
            ? "none"
            : oneIn < LEAST_OF_ONE_IN
                ? PlainNumber.of(alike, false)
                : alike == 1 ? "only 1" : "only 1 in " + PlainNumber.of(twoDigits(oneIn), false);
    boolean plural = alike > 1 && oneIn < LEAST_OF_ONE_IN;
    return some
        + " of the "
        + PlainNumber.of(others, false)
        + " others it is compared with ("
        + PeerGroups.inWords(group)
        + (plural ? ") are " : ") is ")
        + how;
  }

  private static double twoDigits(double number) {
    return new BigDecimal(number)
        .round(new MathContext(2))
        .setScale(0, RoundingMode.HALF_UP)
        .doubleValue();
  }
}

package io.assay.engagement;

import io.assay.settings.EngagementSettings;
import io.assay.statistics.LogBins;
import io.assay.statistics.PeerGroups;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * The values of a measured account, each with the histograms that count it: what distributions,
 * claims, the curve and peers are made of. An account whose followers are unknown counts nowhere.
 *
 * @param edges see {@link FollowerAxis#edges}
 * @param limits rates that claims state, ascending
 * @param fine bins of the values
 * @param sizes bins of followers on the curve
 */
record AccountValues(long[] edges, double[] limits, LogBins fine, LogBins sizes)
    implements Serializable {

  /** What a measured account must show here, in this order. */
  static final List<String> COLUMNS =
      List.of("platform", "followers", "rate_public", "rate_total", "rate_view", "media");

  private static final int FOLLOWERS = 1;
  private static final int MEDIA = 5;

  static AccountValues of(FollowerAxis axis, LogBins fine, EngagementSettings settings) {
    return new AccountValues(
        axis.edges().stream().mapToLong(Long::longValue).toArray(),
        axis.limits(),
        fine,
        new LogBins(settings.curveBinsPerDecade()));
  }

  /** Takes one value for one of its histograms. */
  interface Receiver {
    void take(HistogramKey key, int bin, double value);
  }

  /** Hands over the values of an account of {@link #COLUMNS}. */
  void of(Row account, Receiver receiver) {
    if (account.isNullAt(FOLLOWERS)) {
      return;
    }
    String platform = account.getString(0);
    long followers = account.getLong(FOLLOWERS);
    int followerInterval = FollowerAxis.interval(edges, followers);
    ofKind(platform, followers, followerInterval, MediaTypes.ALL_CODE, account, receiver);
    for (Row kind : account.<Row>getList(MEDIA)) {
      ofKind(
          platform,
          followers,
          followerInterval,
          MediaTypes.code(kind.getString(0)),
          kind,
          receiver);
    }
    for (int metric = 0; metric < HistogramKey.METRICS.size(); metric++) {
      if (!account.isNullAt(2 + metric)) {
        double rate = account.getDouble(2 + metric);
        HistogramKey claimed =
            new HistogramKey(
                platform, HistogramKey.Axis.CLAIMS, followerInterval, MediaTypes.ALL_CODE, metric);
        receiver.take(claimed, FollowerAxis.position(limits, rate), rate);
      }
    }
    if (!account.isNullAt(2)) {
      double rate = account.getDouble(2);
      int octave = PeerGroups.octave(followers);
      HistogramKey peers =
          new HistogramKey(
              platform, HistogramKey.Axis.PEERS, octave, MediaTypes.ALL_CODE, HistogramKey.RATE);
      receiver.take(peers, fine.bin(rate), rate);
    }
  }

  /** The rates of one kind of post stand from the third column on, of an account and of a kind. */
  private void ofKind(
      String platform,
      long followers,
      int followerInterval,
      int media,
      Row rates,
      Receiver receiver) {
    for (int metric = 0; metric < HistogramKey.METRICS.size(); metric++) {
      if (!rates.isNullAt(2 + metric)) {
        double rate = rates.getDouble(2 + metric);
        receiver.take(
            new HistogramKey(platform, HistogramKey.Axis.BANDS, followerInterval, media, metric),
            fine.bin(rate),
            rate);
      }
    }
    if (followers > 0 && !rates.isNullAt(2)) {
      int size = sizes.bin(followers);
      double rate = rates.getDouble(2);
      receiver.take(
          new HistogramKey(platform, HistogramKey.Axis.SIZES, size, media, HistogramKey.RATE),
          fine.bin(rate),
          rate);
      receiver.take(
          new HistogramKey(platform, HistogramKey.Axis.SIZES, size, media, HistogramKey.FOLLOWERS),
          fine.bin(followers),
          followers);
    }
  }
}

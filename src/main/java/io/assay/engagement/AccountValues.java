package io.assay.engagement;

import io.assay.settings.EngagementSettings;
import io.assay.statistics.LogBins;
import io.assay.statistics.PeerGroups;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * The values of a measured account, each at the places where it counts: what distributions, claims,
 * the curve and peers are made of. An account whose followers are unknown counts nowhere.
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

  /** Takes one value at one of its places. */
  interface Receiver {
    void take(Place place, int bin, double value);
  }

  /** Hands over the values of an account of {@link #COLUMNS}. */
  void of(Row account, Receiver receiver) {
    if (account.isNullAt(FOLLOWERS)) {
      return;
    }
    String platform = account.getString(0);
    long followers = account.getLong(FOLLOWERS);
    int piece = FollowerAxis.piece(edges, followers);
    ofKind(platform, followers, piece, MediaTypes.ALL_CODE, account, receiver);
    for (Row kind : account.<Row>getList(MEDIA)) {
      ofKind(platform, followers, piece, MediaTypes.code(kind.getString(0)), kind, receiver);
    }
    for (int metric = 0; metric < Place.METRICS.size(); metric++) {
      if (!account.isNullAt(2 + metric)) {
        double rate = account.getDouble(2 + metric);
        Place claimed = new Place(platform, Place.Axis.CLAIMS, piece, MediaTypes.ALL_CODE, metric);
        receiver.take(claimed, FollowerAxis.position(limits, rate), rate);
      }
    }
    if (!account.isNullAt(2)) {
      double rate = account.getDouble(2);
      int octave = PeerGroups.octave(followers);
      Place peers = new Place(platform, Place.Axis.PEERS, octave, MediaTypes.ALL_CODE, Place.RATE);
      receiver.take(peers, fine.bin(rate), rate);
    }
  }

  /** The rates of one kind of post stand at the third place of an account and of a kind. */
  private void ofKind(
      String platform, long followers, int piece, int media, Row rates, Receiver receiver) {
    for (int metric = 0; metric < Place.METRICS.size(); metric++) {
      if (!rates.isNullAt(2 + metric)) {
        double rate = rates.getDouble(2 + metric);
        receiver.take(
            new Place(platform, Place.Axis.BANDS, piece, media, metric), fine.bin(rate), rate);
      }
    }
    if (followers > 0 && !rates.isNullAt(2)) {
      int size = sizes.bin(followers);
      double rate = rates.getDouble(2);
      receiver.take(
          new Place(platform, Place.Axis.SIZES, size, media, Place.RATE), fine.bin(rate), rate);
      receiver.take(
          new Place(platform, Place.Axis.SIZES, size, media, Place.FOLLOWERS),
          fine.bin(followers),
          followers);
    }
  }
}

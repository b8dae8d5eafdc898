package io.assay.peers;

import io.assay.contracts.Signal;
import io.assay.contracts.SignalInput;
import io.assay.contracts.Signals;
import io.assay.statistics.PeerGroups;
import io.assay.statistics.SignedBins;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** An account with its signals, read by position; see {@link MeasuredAccounts}. */
public record AccountRow(Row row) {
  private static final List<String> KEY = List.of("platform", "account_id", "handle", "peer_group");

  /** The columns that rows must have, in this order. */
  public static final List<String> NAMES = names();

  private static List<String> names() {
    List<String> names = new ArrayList<>(KEY);
    Signals.ALL.forEach(signal -> names.add(signal.name()));
    for (SignalInput input : SignalInput.values()) {
      names.add(input.reasonColumn());
    }
    return names;
  }

  public String platform() {
    return row.getString(0);
  }

  public String accountId() {
    return row.getString(1);
  }

  public String handle() {
    return row.getString(2);
  }

  public String peerGroup() {
    return row.getString(3);
  }

  /** What each known signal says among the peers, in the order of the list. */
  public List<Finding> findings(PeerTails tails) {
    SignalPeers[] ofSize = tails.of(peerGroup());
    SignalPeers[] ofPlatform = tails.of(PeerGroups.everybody(platform()));
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < Signals.ALL.size(); i++) {
      Object value = value(i);
      if (value != null) {
        SignalPeers[] peers = Signals.ALL.get(i).family().bySize() ? ofSize : ofPlatform;
        Finding finding = Finding.of(value, peers == null ? null : peers[i]);
        if (finding != null) {
          findings.add(finding);
        }
      }
    }
    return findings;
  }

  /**
   * Tails of some signals against a reference, as if the account were added to it; NaN where a
   * signal is not known, or of too few of the reference.
   *
   * @param places of the signals in the list
   */
  public double[] tails(PeerTails reference, int... places) {
    SignalPeers[] ofSize = reference.of(peerGroup());
    SignalPeers[] ofPlatform = reference.of(PeerGroups.everybody(platform()));
    double[] tails = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      SignalPeers[] group = Signals.ALL.get(place).family().bySize() ? ofSize : ofPlatform;
      Object value = value(place);
      tails[i] =
          value == null || group == null || group[place] == null
              ? Double.NaN
              : group[place].rankAdded(group[place].bins().bin(number(value)));
    }
    return tails;
  }

  /** A value as a number: 1 for true. */
  public static double number(Object value) {
    return value instanceof Boolean flag ? (flag ? 1 : 0) : (Double) value;
  }

  /**
   * Value of the signal at a place in the list: Double or Boolean, null where it is not known, as
   * what is no finite number is not, see {@link SignedBins#UNKNOWN}.
   */
  public Object value(int place) {
    Object value = row.get(KEY.size() + place);
    return value instanceof Double number && !Double.isFinite(number) ? null : value;
  }

  /** Why the signal at a place in the list is not known. */
  public String whyUnknown(int place) {
    Signal signal = Signals.ALL.get(place);
    String ofInput = row.getString(KEY.size() + Signals.ALL.size() + signal.input().ordinal());
    return ofInput != null ? ofInput : signal.needs();
  }
}

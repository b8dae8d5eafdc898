package io.assay.evidence;

import io.assay.contracts.Family;
import io.assay.contracts.Signal;
import io.assay.contracts.SignalInput;
import io.assay.contracts.Signals;
import io.assay.statistics.PeerGroups;
import io.assay.statistics.SignedBins;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/** An account with its signals, read by position; see {@link MeasuredAccounts}. */
record AccountRow(Row row) {
  private static final List<String> KEY = List.of("platform", "account_id", "handle", "peer_group");

  /** The columns that rows must have, in this order. */
  static final List<String> NAMES = names();

  private static List<String> names() {
    List<String> names = new ArrayList<>(KEY);
    Signals.ALL.forEach(signal -> names.add(signal.name()));
    for (SignalInput input : SignalInput.values()) {
      names.add(input.reasonColumn());
    }
    return names;
  }

  /** Where the signals of a family stand in the list: looked up once, not for every account. */
  private static final Map<Family, int[]> PLACES = places();

  private static Map<Family, int[]> places() {
    Map<Family, int[]> places = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      places.put(family, Signals.of(family).stream().mapToInt(Signals.ALL::indexOf).toArray());
    }
    return places;
  }

  String platform() {
    return row.getString(0);
  }

  String accountId() {
    return row.getString(1);
  }

  String handle() {
    return row.getString(2);
  }

  String peerGroup() {
    return row.getString(3);
  }

  /** What each known signal says among the peers, in the order of the list. */
  List<Finding> findings(PeerTails tails) {
    SignalPeers[] ofSize = tails.of(peerGroup());
    SignalPeers[] ofPlatform = tails.of(PeerGroups.everybody(platform()));
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < Signals.ALL.size(); i++) {
      Object value = row.get(KEY.size() + i);
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

  /** What its families say. */
  FamilyScores scores(List<Finding> findings, PeerTails tails) {
    return new FamilyScores(findings, tails.usual(platform(), peerGroup()));
  }

  /** Why none of a family's signals could be compared. */
  String reason(Family family, PeerTails tails) {
    Set<String> reasons = new LinkedHashSet<>();
    for (int place : PLACES.get(family)) {
      if (isKnown(row.get(KEY.size() + place))) {
        return "fewer than " + tails.minPeers() + " peers of whom it is known";
      }
      Signal signal = Signals.ALL.get(place);
      String ofInput = row.getString(KEY.size() + Signals.ALL.size() + signal.input().ordinal());
      reasons.add(ofInput != null ? ofInput : signal.needs());
    }
    return String.join("; ", reasons);
  }

  /** What is no finite number has no place among the peers, see {@link SignedBins#UNKNOWN}. */
  private static boolean isKnown(Object value) {
    return value != null && !(value instanceof Double number && !Double.isFinite(number));
  }
}

package io.assay.evidence;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.assay.contracts.Signals;
import io.assay.statistics.PeerGroups;
import io.assay.statistics.SignedBins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Counts the signals of a partition's accounts. In: platform, peer_group, the signals in the order
 * of the list. Out: {@link #SCHEMA}.
 */
record CountBins(SignedBins bins) implements MapPartitionsFunction<Row, Row> {
  private static final int KEY = 2;

  /** platform, peer_group, signal, bin, n. */
  static final StructType SCHEMA =
      new StructType()
          .add("platform", StringType)
          .add("peer_group", StringType)
          .add("signal", StringType)
          .add("bin", IntegerType)
          .add("n", LongType);

  /** Counts of one group: of each signal by bin. */
  private record PeerCounts(String platform, String name, List<Map<Integer, long[]>> signals) {}

  @Override
  public Iterator<Row> call(Iterator<Row> accounts) {
    Map<String, PeerCounts> groups = new HashMap<>();
    while (accounts.hasNext()) {
      Row account = accounts.next();
      String platform = account.getString(0);
      PeerCounts ofSize =
          groups.computeIfAbsent(account.getString(1), name -> empty(platform, name));
      PeerCounts everybody =
          groups.computeIfAbsent(PeerGroups.everybody(platform), name -> empty(platform, name));
      for (int i = 0; i < Signals.ALL.size(); i++) {
        int bin = account.isNullAt(KEY + i) ? SignedBins.UNKNOWN : bin(account.get(KEY + i));
        PeerCounts group = Signals.ALL.get(i).family().bySize() ? ofSize : everybody;
        group.signals().get(i).computeIfAbsent(bin, b -> new long[1])[0]++;
      }
    }
    return groups.values().stream().flatMap(g -> rows(g).stream()).iterator();
  }

  private int bin(Object value) {
    return value instanceof Boolean flag ? bins.bin(flag ? 1 : 0) : bins.bin((Double) value);
  }

  /** The name of a group begins with its platform, so it tells groups apart alone. */
  private static PeerCounts empty(String platform, String name) {
    List<Map<Integer, long[]>> signals = new ArrayList<>();
    Signals.ALL.forEach(signal -> signals.add(new HashMap<>()));
    return new PeerCounts(platform, name, signals);
  }

  private static List<Row> rows(PeerCounts group) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < Signals.ALL.size(); i++) {
      String signal = Signals.ALL.get(i).name();
      group
          .signals()
          .get(i)
          .forEach(
              (bin, n) ->
                  rows.add(RowFactory.create(group.platform(), group.name(), signal, bin, n[0])));
    }
    return rows;
  }
}

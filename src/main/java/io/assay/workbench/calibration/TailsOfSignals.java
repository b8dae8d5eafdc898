package io.assay.workbench.calibration;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.assay.contracts.Signals;
import io.assay.peers.AccountRow;
import io.assay.peers.PeerTails;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Measures all signals of an account. In: {@link AccountRow}. Out: {@link #SCHEMA}. */
record TailsOfSignals(Broadcast<PeerTails> reference) implements MapFunction<Row, Row> {

  /** platform, account_id, {@link EvidenceOfDay#EVIDENCE}. */
  static final StructType SCHEMA =
      new StructType()
          .add("platform", StringType)
          .add("account_id", StringType)
          .add(EvidenceOfDay.EVIDENCE, createArrayType(DoubleType));

  private static final int[] ALL = IntStream.range(0, Signals.ALL.size()).toArray();

  @Override
  public Row call(Row row) {
    AccountRow account = new AccountRow(row);
    List<Double> tails = new ArrayList<>();
    for (double tail : account.tails(reference.value(), ALL)) {
      tails.add(Double.isNaN(tail) ? null : tail);
    }
    return RowFactory.create(account.platform(), account.accountId(), tails.toArray());
  }
}

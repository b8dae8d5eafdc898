package io.assay.evidence;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.assay.contracts.Family;
import io.assay.contracts.Signals;
import io.assay.peers.AccountRow;
import io.assay.peers.PeerTails;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Counts the scores of accounts by family. In: {@link AccountRow}. Out: {@link #SCHEMA}. */
record CountFamilies(Broadcast<PeerTails> tails) implements MapPartitionsFunction<Row, Row> {

  /** platform, family, bin (see {@link FamilyScores}), n. */
  static final StructType SCHEMA =
      new StructType()
          .add("platform", StringType)
          .add("family", StringType)
          .add("bin", IntegerType)
          .add("n", LongType);

  private record FamilyBin(String platform, Family family, int bin) {}

  @Override
  public Iterator<Row> call(Iterator<Row> accounts) {
    return count(accounts, tails.value());
  }

  /** Counts accounts, rows as {@link AccountRow} reads them. */
  static Iterator<Row> count(Iterator<Row> accounts, PeerTails tails) {
    Map<FamilyBin, long[]> counts = new HashMap<>();
    List<Family> families = Signals.families();
    while (accounts.hasNext()) {
      AccountRow account = new AccountRow(accounts.next());
      FamilyScores scores = FamilyScores.of(account, account.findings(tails), tails);
      for (Family family : families) {
        Integer bin = scores.bin(family);
        if (bin != null) {
          counts
              .computeIfAbsent(new FamilyBin(account.platform(), family, bin), c -> new long[1])[
              0]++;
        }
      }
    }
    return counts.entrySet().stream().map(e -> row(e.getKey(), e.getValue()[0])).iterator();
  }

  private static Row row(FamilyBin cell, long n) {
    return RowFactory.create(cell.platform(), cell.family().title(), cell.bin(), n);
  }
}

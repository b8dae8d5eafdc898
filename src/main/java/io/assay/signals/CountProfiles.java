package io.assay.signals;

import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Counts a partition's profiles. In: platform, handle, followers. Out: {@link ProfileCounts}. */
public final class CountProfiles implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /**
   * Cost: one pass over the profiles; what is exchanged are counts.
   *
   * @param accounts {@code silver.account} of the day
   * @return {@link ProfileCounts#SCHEMA}, some 900 rows a platform at most
   */
  static Dataset<Row> of(Dataset<Row> accounts) {
    return accounts
        .select("platform", "handle", "followers")
        .mapPartitions(new CountProfiles(), Encoders.row(ProfileCounts.SCHEMA))
        .groupBy("platform", "counter")
        .agg(functions.sum("n").as("n"));
  }

  @Override
  public Iterator<Row> call(Iterator<Row> profiles) {
    ProfileCounts counts = new ProfileCounts();
    while (profiles.hasNext()) {
      Row profile = profiles.next();
      counts.add(
          profile.getString(0),
          profile.getString(1),
          profile.isNullAt(2) ? null : Long.valueOf(profile.getLong(2)));
    }
    return counts.rows().iterator();
  }
}

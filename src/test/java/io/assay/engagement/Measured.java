package io.assay.engagement;

import static io.assay.testing.SparkFixture.spark;

import io.assay.contracts.GoldTables;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Measured accounts as the bands, peers and claims see them. */
final class Measured {
  private static final StructType SCHEMA =
      new StructType()
          .add("platform", DataTypes.StringType)
          .add("followers", DataTypes.LongType)
          .add("rate_public", DataTypes.DoubleType)
          .add("rate_total", DataTypes.DoubleType)
          .add("rate_view", DataTypes.DoubleType)
          .add("media", GoldTables.MEDIA_RATES);

  private final List<Row> rows = new ArrayList<>();

  /** An account whose every post is an image. */
  Measured account(String platform, Long followers, Double ratePublic) {
    Row image = RowFactory.create("image", 9L, ratePublic, null, null);
    rows.add(
        RowFactory.create(
            platform,
            followers,
            ratePublic,
            null,
            null,
            CollectionConverters.asScala(List.of(image)).toSeq()));
    return this;
  }

  Dataset<Row> accounts() {
    return spark().createDataFrame(rows, SCHEMA);
  }
}

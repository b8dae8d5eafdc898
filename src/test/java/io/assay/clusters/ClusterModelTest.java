package io.assay.clusters;

import static io.assay.clusters.SignalRows.account;
import static io.assay.clusters.SignalRows.byFollowings;
import static io.assay.testing.SparkFixture.spark;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** How accounts are divided, and how that is kept. */
class ClusterModelTest {

  private static Dataset<Row> stored(ClusterModel model) {
    return spark().createDataFrame(List.of(model.row()), ClusterModel.SCHEMA);
  }

  @Test
  void aModelIsReadAsItWasWritten() {
    ClusterModel model = byFollowings(0, 1.25, -2);
    ClusterModel read = ClusterModel.of(stored(model).first());
    assertThat(read.platform()).isEqualTo("x");
    assertThat(read.stratum()).isEqualTo(Stratum.AUDIENCE);
    assertThat(read.fittedOn()).isEqualTo("2026-10-01");
    assertThat(read.sampled()).isEqualTo(100);
    assertThat(read.space()).isEqualTo(model.space());
    assertThat(read.centres().toArray())
        .usingRecursiveComparison()
        .isEqualTo(model.centres().toArray());
  }

  @Test
  void aModelWithoutCoordinatesIsReadToo() {
    ClusterModel model = byFollowings(0);
    ClusterModel none =
        new ClusterModel(
            "x",
            Stratum.CREATORS,
            model.fittedOn(),
            7,
            new ClusterSpace(List.of()),
            List.of(new double[0]));
    ClusterModel read = ClusterModel.of(stored(none).first());
    assertThat(read.space().axes()).isEmpty();
    assertThat(read.leaf(account("a", "followings", 3.0))).isZero();
  }

  @Test
  void aModelOfASignalThatIsGoneIsNone() {
    Row row = stored(byFollowings(0)).withColumn("signals", expr("array('shoe_size')")).first();
    assertThat(ClusterModel.of(row)).isNull();
  }

  @Test
  void anAccountBelongsToTheNearestCentre() {
    ClusterModel model = byFollowings(0, 1, 2);
    double[] distances = model.distances(account("a", "followings", Math.sinh(1.75)));
    assertThat(distances).containsExactly(new double[] {1.75, 0.75, 0.25}, within(1e-12));
    assertThat(model.leaf(account("a", "followings", Math.sinh(1.75)))).isEqualTo(2);
  }

  @Test
  void distancesAreThoseOfPythagoras() {
    ClusterSpace.Coordinate one = byFollowings(0).space().axes().get(0);
    ClusterSpace.Coordinate other =
        new ClusterSpace.Coordinate(SignalRows.place("posts_count"), 1, 0, 1, -1);
    ClusterModel model =
        new ClusterModel(
            "x",
            Stratum.AUDIENCE,
            byFollowings(0).fittedOn(),
            100,
            new ClusterSpace(List.of(one, other)),
            List.of(new double[] {-1, 0}));
    // The point is (2, -4), since few posts are the suspicious end, clipped to (2, -3): 3 and 3.
    double[] distances =
        model.distances(account("a", "followings", Math.sinh(2), "posts_count", Math.sinh(4)));
    assertThat(distances[0]).isCloseTo(Math.sqrt(18), within(1e-12));
  }

  @Test
  void ofEquallyNearCentresTheFirstIsTaken() {
    assertThat(ClusterModel.nearest(new double[] {3, 1, 1})).isEqualTo(1);
    assertThat(byFollowings(1, 0, 0).leaf(account("a"))).isEqualTo(1);
  }
}

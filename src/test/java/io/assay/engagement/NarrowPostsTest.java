package io.assay.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.statistics.PostWindow;
import io.assay.testing.GeneratedCode;
import io.assay.testing.SparkFixture;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts are packed from the rows of a plan of their own, which no other plan shows. */
class NarrowPostsTest {

  @Test
  void theStageThatNarrowsThemIsNotTooLargeForJava(@TempDir Path folder) {
    String path = folder.resolve("posts").toString();
    new Silver().post("x", "a", "2026-10-20", "video", 5, 1).posts().write().parquet(path);
    // The session of the tests interprets plans; a new one has the settings of production.
    SparkSession compiled = SparkFixture.spark().newSession();
    Dataset<Row> posts = compiled.read().parquet(path);

    Dataset<Row> narrow = new CountedPosts(new PostWindow(Silver.DAY, 90, 48), true).narrow(posts);

    List<Integer> sizes = GeneratedCode.sizes(narrow.queryExecution().executedPlan());
    assertThat(sizes)
        .hasSize(1)
        .allSatisfy(s -> assertThat(s).isBetween(1, GeneratedCode.LIMIT - 1));
  }
}

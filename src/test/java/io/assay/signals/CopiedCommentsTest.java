package io.assay.signals;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Which of a few comments are copies: each test's comments are all that there are. */
class CopiedCommentsTest {
  private static final String REMARK = "what a wonderful place to spend the summer with friends";

  private final List<Row> comments = new ArrayList<>();

  @Test
  void twoAccountsThatWriteTheSameAreBothTold() {
    comment("x", "ann", REMARK);
    comment("x", "bob", "What a WONDERFUL place to spend the summer with friends!! 😍 @eve");
    comment("x", "cid", "a different remark about something else entirely");
    assertThat(copied()).containsExactly("ann", "bob");
  }

  @Test
  void nearlyTheSameIsACopy() {
    // One letter in 55: Jaccard similarity of the shingles 50 / 56 or so.
    comment("x", "ann", REMARK);
    comment("x", "bob", REMARK.replace("friends", "friend"));
    assertThat(copied()).containsExactly("ann", "bob");
  }

  @Test
  void whoRepeatsOneselfCopiesNobody() {
    comment("x", "ann", REMARK);
    comment("x", "ann", REMARK);
    assertThat(copied()).isEmpty();
  }

  @Test
  void platformsHaveNothingToDoWithEachOther() {
    comment("x", "ann", REMARK);
    comment("y", "bob", REMARK);
    assertThat(copied()).isEmpty();
  }

  @Test
  void whatEverybodyWritesIsNoCopy() {
    // Seven letters, an emoji, a mention, nothing: below the eight that a copy needs.
    for (String actor : List.of("ann", "bob")) {
      comment("x", actor, "so cute!");
      comment("x", actor, "😍😍😍");
      comment("x", actor, "@eve");
      comment("x", actor, " ");
    }
    assertThat(copied()).isEmpty();
  }

  @Test
  void sixIdeographsAreEnough() {
    comment("x", "ann", "这个桥在哪里");
    comment("x", "bob", "这个桥在哪里？");
    comment("x", "cid", "桥在哪里");
    comment("x", "dan", "桥在哪里");
    assertThat(copied()).containsExactly("ann", "bob");
  }

  @Test
  void aCommentThatSharesThreeKeysIsToldOnce() {
    comment("x", "ann", REMARK);
    comment("x", "bob", REMARK);
    comment("x", "bob", REMARK);
    assertThat(copied()).containsExactly("ann", "bob", "bob");
  }

  @Test
  void neitherTheOrderOfRowsNorNamesDecideWhatIsTold() {
    // Either writes more than is told of one.
    int many = CopiedComments.CAP + 5;
    for (String actor : List.of("ann", "zoe")) {
      for (int i = 0; i < many; i++) {
        comments.add(RowFactory.create("x", actor + i, actor, "c", REMARK));
      }
    }
    List<String> told = toldPosts();
    assertThat(told).hasSize(2 * CopiedComments.CAP);
    Collections.shuffle(comments, new Random(1));
    assertThat(toldPosts()).isEqualTo(told);
  }

  private List<String> toldPosts() {
    return CopiedComments.of(rows()).orderBy("actor_id", "post").collectAsList().stream()
        .map(row -> row.getAs("actor_id") + " " + row.getAs("post"))
        .toList();
  }

  private void comment(String platform, String actor, String text) {
    comments.add(RowFactory.create(platform, "p1", actor, "c" + comments.size(), text));
  }

  private List<String> copied() {
    return CopiedComments.of(rows()).orderBy("actor_id").collectAsList().stream()
        .map(row -> row.<String>getAs("actor_id"))
        .toList();
  }

  private Dataset<Row> rows() {
    StructType schema = new StructType();
    for (String name : List.of("platform", "post_id", "actor_id", "event_key", "text")) {
      schema = schema.add(name, DataTypes.StringType);
    }
    return spark().createDataFrame(comments, schema);
  }
}

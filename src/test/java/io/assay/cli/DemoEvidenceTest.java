package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.AssessmentTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.Kind;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.testing.SparkFixture;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What the demo reads of the tables. */
class DemoEvidenceTest {
  private final Map<Table, Dataset<Row>> tables =
      Map.of(
          EngagementTables.ACCOUNT_ENGAGEMENT,
          rows(
              "platform, account_id, handle, followers, rate_public",
              "('x','a','ann',100L,0.1D), ('x','b','bob',null,0.1D), ('x','c','cy',5L,null),"
                  + " ('x','d','di',9L,0.1D)"),
          AssessmentTables.ACCOUNT_ASSESSMENT,
          rows(
              "platform, account_id, p_bot, p_fake_followers, p_fake_engagement, p_pod, flagged,"
                  + " reasons",
              "('x','a',0.1D,null,0.3D,0.2D,false,array()),"
                  + " ('x','b',0.2D,0.9D,null,null,true,array("
                  + reason("fake_followers", "lost", "guests")
                  + ","
                  + reason("bot", "quiet", "holiday")
                  + ","
                  + reason("fake_followers", "bare", "chance")
                  + ")),"
                  + " ('x','c',1D,1D,1D,1D,true,array()), ('x','d',null,null,null,null,false,array()),"
                  + " ('y','b',1D,1D,1D,1D,true,array("
                  + reason("bot", "another's", "another's")
                  + "))"),
          SilverTables.LABEL,
          rows(
              "platform, account_id, label, class",
              "('x','a','genuine','ordinary'), ('x','b','fake_followers','bought_followers'),"
                  + " ('x','c','bot','farm_worker'), ('x','d','genuine','viral')"));

  private final DemoEvidence evidence = new DemoEvidence(tables::get);

  private static Dataset<Row> rows(String columns, String values) {
    return SparkFixture.spark().sql("SELECT * FROM VALUES " + values + " AS t(" + columns + ")");
  }

  private static String reason(String kind, String sentence, String benign) {
    return "named_struct('kind','%s','sentence',\"%s\",'benign',\"%s\")"
        .formatted(kind, sentence, benign);
  }

  @Test
  void theMostDoubtedComeFirstEachWithItsLikeliestKind() {
    assertThat(evidence.creators())
        .as("c has no engagement rate, of d no kind can be judged, b of y is another")
        .containsExactly(
            new CreatorDoubt(
                "x",
                "b",
                "bob",
                null,
                Kind.FAKE_FOLLOWERS,
                0.9,
                true,
                List.of(new DemoFinding("lost", "guests"), new DemoFinding("bare", "chance")),
                "fake_followers",
                "bought_followers"),
            new CreatorDoubt(
                "x",
                "a",
                "ann",
                100L,
                Kind.FAKE_ENGAGEMENT,
                0.3,
                false,
                List.of(),
                "genuine",
                "ordinary"));
  }
}

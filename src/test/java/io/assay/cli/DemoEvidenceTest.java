package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.AssessmentTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.EvidenceTables;
import io.assay.contracts.Family;
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
              "platform, account_id, p_bot, p_fake_followers," + " p_fake_engagement",
              "('x','a',0.1D,null,0.3D), ('x','b',0.2D,0.9D,null), ('x','c',1D,1D,1D),"
                  + " ('x','d',null,null,null)"),
          SilverTables.LABEL,
          rows(
              "platform, account_id, label, class",
              "('x','a','genuine','ordinary'), ('x','b','fake_followers','bought_followers'),"
                  + " ('x','c','bot','farm_worker'), ('x','d','genuine','viral')"),
          EvidenceTables.ACCOUNT_EVIDENCE,
          rows(
              "account_id, family, signal, sentence, tail_probability, benign",
              "('a','engagement','rate_spread','even',0.01D,'steady'),"
                  + " ('b','growth','gain_lost_again','lost',0.005D,'guests'),"
                  + " ('b','audience','followers_no_picture','bare',0.002D,'chance'),"
                  + " ('b','context','silence','quiet',0.001D,'holiday')"));

  private final DemoEvidence evidence = new DemoEvidence(tables::get);

  private static Dataset<Row> rows(String columns, String values) {
    return SparkFixture.spark().sql("SELECT * FROM VALUES " + values + " AS t(" + columns + ")");
  }

  @Test
  void theMostDoubtedComeFirstEachWithItsLikeliestKind() {
    assertThat(evidence.creators())
        .as("c has no engagement rate, of d no kind can be judged")
        .containsExactly(
            new CreatorDoubt(
                "b", "bob", null, Kind.FAKE_FOLLOWERS, 0.9, "fake_followers", "bought_followers"),
            new CreatorDoubt("a", "ann", 100L, Kind.FAKE_ENGAGEMENT, 0.3, "genuine", "ordinary"));
  }

  @Test
  void findingsAreThoseOfTheCreatorsAskedForTheRarestFirst() {
    List<CreatorDoubt> bob = evidence.creators().subList(0, 1);
    assertThat(evidence.findings(bob))
        .containsExactly(
            new DemoFinding("b", Family.AUDIENCE, "bare", "chance"),
            new DemoFinding("b", Family.GROWTH, "lost", "guests"));
  }
}

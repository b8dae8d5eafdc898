package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.cli.text.AccountPageText;
import io.assay.contracts.AssayError;
import io.assay.contracts.UserError;
import io.assay.reporting.explain.AccountPage;
import io.assay.reporting.explain.AccountQuestion;
import io.assay.reporting.explain.Explainer;
import io.assay.reporting.explain.PageQuery;
import io.assay.testing.SparkFixture;
import io.assay.testing.SparkJobs;
import io.assay.testing.TestLake;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages about accounts of a day that is written down, so that each number can be checked by hand.
 */
class ExplainedAccountTest {
  private static final String JOB = "written-down";
  @TempDir private static Path folder;

  private static TestLake lake;

  @BeforeAll
  static void publish() {
    lake = new TestLake(folder);
    WrittenAccounts.of(TestLake.DAY).publish(lake, JOB);
  }

  private static AccountPage page(String platform, String id, String handle) {
    return Explainer.page(
        SparkFixture.spark(),
        lake.lake(),
        List.of(JOB),
        null,
        new AccountQuestion(platform, id, handle));
  }

  /** Without its line breaks. */
  private static String text(AccountPage page) {
    return String.join(" ", AccountPageText.of(page)).replaceAll(" +", " ");
  }

  @Test
  void whatTheTablesSayStandsOnThePage() {
    List<String> lines = AccountPageText.of(page("x", "a-ann", null));
    String text = String.join(" ", lines).replaceAll(" +", " ");
    assertThat(lines).hasSizeLessThan(80).allMatch(line -> line.length() <= 110);
    assertThat(text)
        .startsWith("Ann.Shoots, x account a-ann, as of 2026-10-31 1,733 followers (micro).")
        .contains("5.23 % of its followers (4.59 % to 5.87 %), where 3.16 % is usual for its size")
        .contains("81 % of 197 x accounts with 512 to 2,047 followers have less")
        .contains("Flagged: it is 73 % likely that it trades engagement")
        .contains("Authenticity 27 out of a hundred")
        .contains("whether it has bought followers (how followers came: seen once)")
        .contains("the 211 x accounts with 1,024 to 2,047 followers")
        .contains("the 1,709 x accounts of any size")
        .contains("in which 0.5 % of its peers are as unusual or more")
        .contains("Few people write the comments: 0.242 for each")
        .contains("Innocent explanation: a small circle of friends")
        .contains(
            "it is one with 137 engagements in the group, 53 % of what it could give; they are 79 %")
        .contains("Member of pod-1, which acts by agreement: 29 creators", "Ruled out: friends.")
        .contains("not accepted, since it is one account's audience")
        .contains("Perhaps: readers. They follow one author.")
        .contains("313 accounts (18 % of the platform). In common: at least 37 posts.")
        .contains("Of 443 engagements that could be judged, 23 % come from doubtful accounts")
        .contains("BR (61 %), PT (20 %)");
  }

  /** Of the logarithm of odds 1 are left -1 without the strongest piece: 27 in 100. */
  @Test
  void whatWouldChangeTheVerdictFollowsFromThePieces() {
    String text = text(page("x", "a-ann", null));
    assertThat(text)
        .contains(
            "Should that have an innocent explanation (a small circle", "the likelihood is 27 %.")
        .contains("x 7.4 27 %", "x 4.5 38 %", "/ 1.6 82 %")
        .contains("Missing: how many accounts it followed over time; its followers over time")
        .contains("because: seen once.");
    assertThat(page("x", "a-ann", null).rows(PageQuery.PIECES))
        .filteredOn(piece -> piece.getAs("kind").equals("pod"))
        .extracting(piece -> piece.getAs("signal"))
        .as("what has no weight is no piece")
        .containsExactly("commenters_per_comment", "pod_member", "quiet_hours");
  }

  @Test
  void everyNumberComesFromAQueryThatIsShown() {
    AccountPage page = page("x", "a-ann", null);
    ToldNumbers told = new ToldNumbers();
    PageQuery[] queries = PageQuery.values();
    for (int i = 0; i < page.queries().size(); i++) {
      List<Row> rows = SparkFixture.spark().sql(page.queries().get(i).sql()).collectAsList();
      told.add(rows);
      if (i > 0) {
        assertThat(rows).as(queries[i - 1].title()).isEqualTo(page.rows(queries[i - 1]));
      }
    }
    assertThat(page.queries()).hasSize(queries.length + 1);
    assertThat(told.unfounded(text(page))).isEmpty();
    assertThat(told.unfounded("about 98,765 and 3.33 %, over 99.9 %"))
        .as("a number that no query gives is found out")
        .containsExactly("over 99.9 %", "98,765", "3.33");
  }

  @Test
  void aPageTakesFewSparkJobs() {
    long jobs = SparkJobs.in(() -> page("x", "a-ann", null));
    assertThat(jobs).isLessThanOrEqualTo(40);
  }

  @Test
  void anActorWithoutAProfileHasAPageToo() {
    assertThat(text(page("x", "actor", null)))
        .startsWith("x account actor, as of 2026-10-31 How many followers it has is not known.")
        .contains("Not judged: nothing can be said of it")
        .contains("No authenticity is given: too little is known.")
        .contains("whether it is run by a program (no profile)")
        .contains("None that was found.")
        .contains("Missing: the profile, because: no crawl holds its profile.");
  }

  @Test
  void textOfACrawlMovesNoCursorAndEndsNoQuery() {
    AccountPage page = page("x", WrittenAccounts.WILD_ID, null);
    assertThat(AccountPageText.of(page))
        .noneMatch(line -> line.chars().anyMatch(Character::isISOControl))
        .first()
        .asString()
        .startsWith("eve\\u001b[2J\\u000al, x account");
    assertThat(AccountPageText.queries(page))
        .noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
    Row found = SparkFixture.spark().sql(page.queries().get(1).sql()).first();
    assertThat(found.<String>getAs("handle")).isEqualTo(WrittenAccounts.WILD_HANDLE);
  }

  @Test
  void whatAPersonDecidedIsTold() {
    assertThat(text(page(null, null, WrittenAccounts.WILD_HANDLE)))
        .contains("Not flagged: it is 96 % likely that it is run by a program, the likeliest")
        .contains("cleared by Kim until 2026-11-30, because: met in person.");
  }

  @Test
  void aHandleIsUnderstoodInPlaceOfAnId() {
    assertThat(page("x", "@ann.shoots", null).account().accountId()).isEqualTo("a-ann");
    assertThat(page("y", null, "ANN.SHOOTS").account().accountId()).isEqualTo("17");
  }

  @Test
  void severalMatchesAreListed() {
    assertThatThrownBy(() -> page(null, null, "ann.shoots"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("several accounts have the handle ann.shoots")
        .hasMessageContaining("Ann.Shoots (x a-ann), ann.shoots (y 17)");
  }

  @Test
  void nearHandlesAreNamed() {
    assertThatThrownBy(() -> page("x", "an.shots", null))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no account an.shots of x is known on 2026-10-31")
        .extracting(error -> ((AssayError) error).remedy())
        .isEqualTo("Near handles: Ann.Shoots (x a-ann).");
    assertThatThrownBy(() -> page("x", "somebody.quite.else", null))
        .extracting(error -> ((AssayError) error).remedy())
        .asString()
        .startsWith("Check the id");
  }
}

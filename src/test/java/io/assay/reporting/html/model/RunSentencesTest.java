package io.assay.reporting.html.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.reporting.html.model.RunFacts.FeedCount;
import io.assay.reporting.html.model.VerdictFacts.BandVerdicts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three sentences on what was read. */
class RunSentencesTest {
  private static final FeedCount POSTS = new FeedCount("posts", 1_000, 950, 30, 20);
  private static final FeedCount LIKES = new FeedCount("interactions", 4_000, 4_000, 0, 0);

  private static List<String> sentences(long silent, long warnings, FeedCount... feeds) {
    RunFacts run =
        new RunFacts("r", "1", 2, "2026-10-01", "2026-10-31", List.of(feeds), List.of(), warnings);
    VerdictFacts verdicts =
        new VerdictFacts(
            List.of(
                new BandVerdicts("instagram", "nano", 90 - silent, 10, silent),
                new BandVerdicts("tiktok", null, 100, 0, 0)),
            List.of(),
            0.7);
    return RunSentences.of(run, verdicts);
  }

  @Test
  void whatWasReadIsCounted() {
    assertThat(sentences(0, 0, POSTS, LIKES).get(0))
        .isEqualTo(
            "The run read 2 crawl deliveries from 2026-10-01 to 2026-10-31 and knows 200 accounts"
                + " of instagram and tiktok, 950 sights of posts and 4,000 single likes and"
                + " comments.");
  }

  @Test
  void whatWasRefusedIsTold() {
    assertThat(sentences(0, 1, POSTS, LIKES).get(1))
        .isEqualTo(
            "Of 5,000 delivered records 20 (0.4 %) were refused as unfit, 30 left out as"
                + " duplicates, and 1 check of the results warns.");
    assertThat(sentences(0, 0, LIKES).get(1))
        .isEqualTo(
            "Of 4,000 delivered records none was refused, none was a duplicate, and every check of"
                + " the results passed.");
  }

  @Test
  void whatCouldNotBeAssessedIsTold() {
    assertThat(sentences(50, 0, POSTS, LIKES).get(2))
        .isEqualTo("50 accounts (25 %) could not be assessed at all; why is said at the end.");
  }

  @Test
  void withoutInteractionsNobodyClaimsThatThereIsNoPod() {
    assertThat(sentences(0, 0, POSTS).get(2)).contains("were crawled, so pods, farms");
  }
}

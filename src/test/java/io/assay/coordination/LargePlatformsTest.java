package io.assay.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.conform.ConformJob;
import io.assay.settings.CoordinationSettings;
import io.assay.testing.MemoryLake;
import io.assay.testing.SparkJobs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A platform of 200 accounts and 800 posts, 90 engagements of a pod and one of somebody else, and
 * one of as many accounts and posts with two engagements.
 */
class LargePlatformsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final MemoryLake LAKE = new MemoryLake(1);

  @BeforeAll
  static void deliver() {
    new GroupsCrawl("x", DAY + "T20:00:00Z").pod().act("c0", 1, 0, 200, null).deliver(LAKE, DAY);
    new GroupsCrawl("y", DAY + "T20:00:00Z")
        .act("a0", 1, 0, 200, null)
        .act("a1", 0, 0, 200, null)
        .deliver(LAKE, DAY);
    LAKE.run(DAY, ConformJob.JOB.body());
  }

  private static List<String> large(long most) {
    List<String> found = new ArrayList<>();
    LAKE.run(
        DAY,
        context -> {
          CoordinationSettings settings = context.settings(CoordinationSettings.class);
          found.addAll(
              LargePlatforms.of(
                  context, CoordinationJob.parts(context, settings, 90), 90, 90, most));
        });
    return found;
  }

  /** With c0, x has 201 + 800 + 91 rows, y 200 + 800 + 2. */
  @Test
  void accountsAndPostsCountAsWell() {
    assertThat(large(1_092)).isEmpty();
    assertThat(large(1_091)).containsExactly("x");
    assertThat(large(1_002)).containsExactly("x");
    assertThat(large(1_001)).containsExactly("x", "y");
  }

  /** More than 2 x 93 + 2 x 1,600 they cannot be, whoever acted. */
  @Test
  void whereFilesHoldFewRowsNothingIsCounted() {
    assertThat(SparkJobs.in(() -> large(3_386))).isZero();
    assertThat(SparkJobs.in(() -> large(3_385))).isPositive();
  }
}

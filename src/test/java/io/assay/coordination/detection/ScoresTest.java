package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Step 9: which of what an account does is part of something. */
class ScoresTest {
  private static final HitWindow FIRST_HOUR = new HitWindow(0, 3_600, 2, 0.5);

  private static CoordinatedGroup group(
      GroupKind kind, Verdict verdict, List<Hit> hits, int... members) {
    GroupSigns signs = new GroupSigns(null, null, null, null, null, 0, 0.8);
    return new CoordinatedGroup(
        kind, members, members, hits, List.of(), List.of(), null, signs, Hub.NONE, verdict);
  }

  /** 0 and 1 engage each other twice, 2 and 3 once; 0 does two other things besides. */
  private static Scores scores(CoordinatedGroup... groups) {
    SmallCrawl crawl = SmallCrawl.of(5, 5, 2);
    crawl.likes(0, 1, 0).likes(0, 1, 1).likes(1, 0, 0).likes(1, 0, 1);
    crawl.likes(2, 3, 0).likes(3, 2, 0).likes(0, 4, 0).likes(0, 4, 1);
    Events events = crawl.build();
    EdgeList edges = new EdgeList();
    edges.add(0, 1);
    edges.add(2, 3);
    int[] twiceAndOnce = {2, 1};
    MutualPairs mutual =
        new MutualPairs(edges.toEdges(), twiceAndOnce, twiceAndOnce, new double[2], null);
    Margins margins = Margins.of(events, Niches.none(events.authors()));
    return Scores.of(events, margins, mutual, List.of(groups));
  }

  @Test
  void whatPassesInImprobablePairsIsCounted() {
    assertThat(scores().mutualShare()).containsExactly(0.5, 1, 1, 1, 0);
    assertThat(scores(group(GroupKind.POD, Verdict.ACCEPTED, List.of(), 0, 1, 2)).mutualShare())
        .containsExactly(0.5, 1, 1, 1, 0);
  }

  @Test
  void whatPassesBetweenFriendsIsNot() {
    assertThat(scores(group(GroupKind.POD, Verdict.UNLIKELY, List.of(), 0, 1, 2)).mutualShare())
        .containsExactly(0, 0, 1, 1, 0);
  }

  /** 1 and 2 hit the post of 0 in its first hour; 3 comes then, too, and 4 later. */
  @Test
  void aHitIsWhatMembersDo() {
    SmallCrawl crawl = SmallCrawl.of(5, 1, 2);
    crawl.likes(1, 0, 0, 600).likes(2, 0, 0, 700).likes(3, 0, 0, 650).likes(4, 0, 0, 9_000);
    crawl.likes(1, 0, 1, 600);
    Events events = crawl.build();
    List<Hit> hits = List.of(new Hit(0, 0, 2, 0.1, FIRST_HOUR));
    MutualPairs none =
        new MutualPairs(new EdgeList().toEdges(), new int[0], new int[0], new double[0], null);
    Margins margins = Margins.of(events, Niches.none(1));
    Scores accepted =
        Scores.of(
            events, margins, none, List.of(group(GroupKind.FARM, Verdict.ACCEPTED, hits, 1, 2)));
    assertThat(accepted.hitShare()).containsExactly(0, 0.5, 1, 0, 0);
    assertThat(accepted.score()).containsExactly(0, 1.8, 1.8, 0, 0);
    Scores explained =
        Scores.of(events, margins, none, List.of(group(GroupKind.FARM, Verdict.HUB, hits, 1, 2)));
    assertThat(explained.hitShare()).containsOnly(0);
    assertThat(explained.score()[1]).isEqualTo(0.8 * 0.1);
  }

  /** 1 is in two groups, and bears the one that gives it more; of equal ones the first. */
  @Test
  void anAccountBearsTheGroupThatGivesItMost() {
    AccountScores scores = new AccountScores(4);
    scores.add(new int[] {0, 1}, 0.4, "farm-a");
    scores.add(new int[] {1, 2}, 1.9, "lockstep-b");
    scores.add(new int[] {2}, 1.9, "lockstep-c");
    assertThat(scores.score(0)).isEqualTo(0.4);
    assertThat(scores.score(1)).isEqualTo(1.9);
    assertThat(scores.score(3)).isZero();
    assertThat(scores.groupId(0)).isEqualTo("farm-a");
    assertThat(scores.groupId(1)).isEqualTo("lockstep-b");
    assertThat(scores.groupId(2)).isEqualTo("lockstep-b");
    assertThat(scores.groupId(3)).isNull();
  }

  @Test
  void lockstepScoresAsOtherGroupsDo() {
    assertThat(Scores.of(lockstep(0.9, true))).isEqualTo(1.9);
    assertThat(Scores.of(lockstep(0.6, false))).isEqualTo(0.6);
  }

  private static LockstepGroup lockstep(double probability, boolean accepted) {
    return new LockstepGroup(List.of(), new int[0], List.of(), 0, 0, 0, probability, accepted);
  }
}

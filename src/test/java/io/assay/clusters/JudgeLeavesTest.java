package io.assay.clusters;

import static io.assay.clusters.SignalRows.BINS;
import static io.assay.clusters.SignalRows.account;
import static io.assay.clusters.SignalRows.bots;
import static io.assay.clusters.SignalRows.counts;
import static io.assay.clusters.SignalRows.leaf;
import static io.assay.clusters.SignalRows.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.Kind;
import io.assay.peers.AccountRow;
import io.assay.settings.ClusterSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * People follow 1, 2, ... 120 accounts, each fourth in one leaf (0 to 3); a crowd follows 1,000
 * each. The likelihood of a bot is 1 / (1 + exp(6 - 5 e)), where e = -log10 tail - 0.434 and the
 * tail, where nobody outside follows as many, is half of one in all outside and itself.
 */
class JudgeLeavesTest {
  private static final List<Leaf> CROWD = List.of(leaf(4), leaf(5));

  private static Map<Leaf, List<AccountRow>> people() {
    Map<Leaf, List<AccountRow>> members = new TreeMap<>();
    for (int i = 0; i < 120; i++) {
      add(members, leaf(i % 4), i + 1);
    }
    return members;
  }

  private static Map<Leaf, List<AccountRow>> withCrowd(int... sizes) {
    Map<Leaf, List<AccountRow>> members = people();
    for (int c = 0; c < sizes.length; c++) {
      for (int i = 0; i < sizes[c]; i++) {
        add(members, leaf(4 + c), 1000);
      }
    }
    return members;
  }

  private static void add(Map<Leaf, List<AccountRow>> members, Leaf leaf, double followings) {
    List<AccountRow> of = members.computeIfAbsent(leaf, l -> new ArrayList<>());
    of.add(account(leaf.number() + "-" + of.size(), "followings", followings));
  }

  private static JudgeLeaves.JudgedLeaves judged(
      Map<Leaf, List<AccountRow>> members, ClusterSettings settings) {
    return new JudgeLeaves(
            counts(members), members, Map.of(Kind.BOT, bots("followings")), settings, BINS, 20)
        .of(Stratum.AUDIENCE);
  }

  @Test
  void amongPeopleNobodyIsSuspicious() {
    JudgeLeaves.JudgedLeaves found = judged(people(), settings(30, 0.5));
    assertThat(found.suspicious()).isEmpty();
    assertThat(found.verdicts()).hasSize(4);
    // Of each leaf the middle one is in the middle of all others: tail one half, likelihood .001.
    assertThat(found.verdicts().values())
        .allSatisfy(verdict -> assertThat(verdict.median()).isLessThan(0.002));
  }

  private static double likelihood(double tail) {
    return 1 / (1 + Math.exp(6 - 5 * (-Math.log10(tail) - 1 / Math.log(10))));
  }

  @Test
  void aCrowdThatFillsTwoLeavesIsSeenWhenBothAreTakenOut() {
    Map<Leaf, List<AccountRow>> members = withCrowd(40, 40);
    JudgeLeaves.JudgedLeaves found = judged(members, settings(30, 0.5));
    // Alone, 40 of the 160 outside follow as many: tail (40 + 1) / 2 / 161, likelihood .024.
    assertThat(found.verdicts().get(leaf(4)).median())
        .isCloseTo(likelihood(20.5 / 161), within(1e-9))
        .isLessThan(0.03);
    assertThat(found.suspicious()).hasSize(1);
    Suspicion suspicion = found.suspicious().get(0);
    assertThat(suspicion.kind()).isEqualTo(Kind.BOT);
    assertThat(suspicion.leaves()).isEqualTo(CROWD);
    // Together nobody outside does: tail .5 / 121, likelihood .98.
    assertThat(suspicion.median()).isCloseTo(likelihood(0.5 / 121), within(1e-9));
    assertThat(suspicion.quartile()).isEqualTo(suspicion.median());
    assertThat(suspicion.median()).isGreaterThan(0.97);
  }

  @Test
  void halfOfACrowdIsNotSuspicious() {
    // The other half is too small a leaf to be judged, so it stays outside.
    Map<Leaf, List<AccountRow>> uneven = withCrowd(40, 29);
    assertThat(judged(uneven, settings(30, 0.5)).suspicious()).isEmpty();
    assertThat(judged(uneven, settings(29, 0.5)).suspicious().get(0).leaves()).isEqualTo(CROWD);
  }

  @Test
  void leavesOfFewerThanAskedAreNeverJudged() {
    Map<Leaf, List<AccountRow>> members = withCrowd(29);
    assertThat(judged(members, settings(29, 0.5)).suspicious()).hasSize(1);
    JudgeLeaves.JudgedLeaves found = judged(members, settings(30, 0.5));
    assertThat(found.suspicious()).isEmpty();
    assertThat(found.verdicts()).doesNotContainKey(leaf(4)).containsKey(leaf(0));
  }

  @Test
  void ofACrowdThatIsTooLargeIsSaidSoButItIsNotAccepted() {
    Map<Leaf, List<AccountRow>> members = withCrowd(40, 40);
    // Both leaves are .4 of the platform.
    JudgeLeaves.JudgedLeaves found = judged(members, settings(30, 0.39));
    assertThat(found.suspicious()).isEmpty();
    assertThat(found.verdicts().get(leaf(4)).tooMany()).isTrue();
    assertThat(found.verdicts().get(leaf(5)).tooMany()).isTrue();
    assertThat(found.verdicts().get(leaf(3)).tooMany()).isFalse();
    assertThat(judged(members, settings(30, 0.4)).suspicious()).hasSize(1);
  }

  @Test
  void aCrowdOfMoreThanHalfOfAPlatformIsNotAccepted() {
    JudgeLeaves.JudgedLeaves found = judged(withCrowd(70, 70), settings(30, 0.5));
    assertThat(found.suspicious()).isEmpty();
    assertThat(found.verdicts().get(leaf(4)).tooMany()).isTrue();
  }

  @Test
  void aLeafOfWhichAQuarterIsUsualIsNotSuspicious() {
    Map<Leaf, List<AccountRow>> members = withCrowd(30);
    for (int i = 0; i < 12; i++) {
      add(members, leaf(4), 60);
    }
    // 30 of 42 follow 1,000, yet the lower quartile follows 60.
    JudgeLeaves.JudgedLeaves found = judged(members, settings(30, 0.5));
    assertThat(found.verdicts().get(leaf(4)).median()).isGreaterThan(0.9);
    assertThat(found.suspicious()).isEmpty();
  }

  @Test
  void ofWhomNothingIsKnownNobodyIsSuspected() {
    Map<Leaf, List<AccountRow>> members = people();
    for (int i = 0; i < 40; i++) {
      members.computeIfAbsent(leaf(4), l -> new ArrayList<>()).add(account("u" + i));
    }
    JudgeLeaves.JudgedLeaves found = judged(members, settings(30, 0.5));
    assertThat(found.suspicious()).isEmpty();
    assertThat(found.verdicts().get(leaf(4)).median()).isZero();
  }
}

package io.assay.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorldLoaderTest {
  private static final Path WORLDS = Path.of("conf/worlds");

  static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(WORLDS)) {
      return files.sorted().toList();
    }
  }

  private static World world(String name) {
    return WorldLoader.load(WORLDS.resolve(name + ".yaml"));
  }

  private static double share(World world, Predicate<LabelledSort> which) {
    return Worlds.society(1, world).kinds().stream()
            .filter(which)
            .mapToInt(LabelledSort::accounts)
            .sum()
        / (double) world.accounts();
  }

  @Test
  void theWorldsOfTheDocumentationAreThere() throws IOException {
    assertThat(shipped().stream().map(p -> p.getFileName().toString()))
        .containsExactly(
            "camouflage.yaml",
            "crowd.yaml",
            "default.yaml",
            "nothing-planted.yaml",
            "rare.yaml",
            "scale.yaml",
            "slow-pods.yaml",
            "untimed-likes.yaml");
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedWorldHasItsSize(Path file) {
    World world = WorldLoader.load(file);
    double estimated = new Volume(world).interactions();
    if (world.name().equals("scale")) {
      assertThat(estimated).isGreaterThan(10e6);
      return;
    }
    Society society = Worlds.society(1, world);
    long interactions =
        IntStream.range(0, world.accounts())
            .parallel()
            .mapToLong(
                i ->
                    Worlds.engagements(society, i).stream()
                        .mapToLong(e -> (e.like() ? 1 : 0) + (e.comment() ? 1 : 0))
                        .sum())
            .sum();
    assertThat(world.accounts()).isEqualTo(20_000);
    assertThat(interactions).isBetween(400_000L, 1_000_000L);
    assertThat(estimated / interactions).isBetween(0.9, 1.6);
  }

  /** A key without a comment above it is one that nobody can set without reading the code. */
  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedWorldIsCommented(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0)).startsWith("# ");
    if (!file.endsWith("default.yaml")) {
      return;
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).matches("  [a-z_]+: .*")) {
        // Keys in a row share a comment where it names them all, as those of the bots do.
        assertThat(lines.get(i - 1)).as(lines.get(i)).startsWith("  #");
      }
    }
  }

  @Test
  void defaultHoldsAboutFivePercentOfFraudsters() {
    World world = world("default");
    assertThat(share(world, k -> !k.label().equals("genuine"))).isBetween(0.045, 0.055);
    assertThat(share(world, k -> k.sort().matches("pod|farm_worker"))).isBetween(0.02, 0.03);
  }

  @ParameterizedTest
  @CsvSource({"rare, 0.0045, 0.0055", "nothing-planted, 0, 0", "crowd, 0.33, 0.36"})
  void otherWorldsHoldTheirShare(String name, double low, double high) {
    assertThat(share(world(name), k -> !k.label().equals("genuine"))).isBetween(low, high);
  }

  @Test
  void theCrowdIsOneAudience() {
    assertThat(Worlds.society(1, world("crowd")).kinds())
        .filteredOn(k -> k.sort().equals("bought_follower"))
        .containsExactly(new LabelledSort("bot", "bought_follower", 6_000, 1));
  }

  @Test
  void everyMistakeIsReportedAtOnceWithFileKeyValueAndWhatIsAllowed() {
    assertThatThrownBy(
            () ->
                Worlds.load(
                    """
                    activity: {engagements_per_account: -3, comment_share: 1.5}
                    pods: {share: much, sise: [8, 100], delay_seconds: [60, 10]}
                    crawl: {snapshots: 0}
                    magic: 1
                    """))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has 7 problem(s)")
        .hasMessageContaining("world file ")
        .hasMessageContaining(
            "activity.engagements_per_account: -3; allowed: a number from 0.0 to 1000.0")
        .hasMessageContaining("activity.comment_share: 1.5; allowed: a number from 0.0 to 1.0")
        .hasMessageContaining("pods.share: \"much\"; allowed: a number from 0.0 to 1.0")
        .hasMessageContaining("pods.delay_seconds: [60,10]; allowed: a list of two rising numbers")
        .hasMessageContaining("pods.sise: unknown key; allowed: one of ")
        .hasMessageContaining("crawl.snapshots: 0; allowed: a whole number from 1 to 104")
        .hasMessageContaining("magic: unknown key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "population: {creators: 0}| population.creators: 0.0",
        "population: {accounts: 100, creators: 0.05}| pods.size: [8.0, 100.0]; allowed: no more than"
            + " the creators",
        "pods: {share: 0.5}| population.creators: 3000 creators; allowed: at least ",
        "farms: {share: 0.7, size: [100, 1000]}| accounts that are not creators; allowed: at least ",
        "look_alikes: {fans: 0.0001}| look_alikes.fan_club_size: [20.0, 100.0]; allowed: at least one"
            + " group",
        "population: {accounts: 2000000, niches: 5000}| allowed: numbers that make at most 200000000",
        "{population: {accounts: 300000}, activity: {follows_per_account: 1000}}|"
            + " activity.follows_per_account: about 450000000 follows; allowed: numbers that make at"
            + " most 200000000",
        "{population: {accounts: 300000, creators: 0.5}, activity: {posts_per_creator: 100}}|"
            + " activity.posts_per_creator: about 15000000 posts; allowed: numbers that make at most"
            + " 10000000"
      })
  void valuesThatDoNotGoTogetherAreReported(String yaml, String problem) {
    assertThatThrownBy(() -> Worlds.load(yaml))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(problem);
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    assertThatThrownBy(() -> WorldLoader.load(Path.of("no/such/world.yaml")))
        .isInstanceOf(UserError.class)
        .hasMessage("world file no/such/world.yaml does not exist");
    assertThatThrownBy(() -> Worlds.load("a: [")).hasMessageContaining("is not YAML");
    assertThatThrownBy(() -> Worlds.load("- a")).hasMessageContaining("no mapping");
    assertThat(Worlds.load("").accounts()).isEqualTo(20_000);
  }

  @Test
  void classesOfLookAlikesAreAllThere() {
    assertThat(
            Worlds.society(1, world("default")).kinds().stream()
                .filter(k -> k.label().equals("genuine"))
                .map(LabelledSort::sort)
                .collect(Collectors.toSet()))
        .contains(
            "fan_club",
            "shout_out",
            "giveaway",
            "breaking_news",
            "viral",
            "clique",
            "employee",
            "celebrity",
            "networker",
            "rising",
            "new_account",
            "private_account",
            "brand",
            "hidden_likes",
            "batched_crawl",
            "farm_victim");
  }
}

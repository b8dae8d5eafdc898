package io.assay.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorldLoaderTest {
  private static final Path WORLDS = Path.of("conf/worlds");

  @TempDir Path folder;

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
            "demo.yaml",
            "nothing-planted.yaml",
            "rare.yaml",
            "scale.yaml",
            "slow-pods.yaml",
            "untimed-likes.yaml",
            "without-interactions.yaml");
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
    boolean demo = world.name().equals("demo");
    assertThat(world.accounts()).isEqualTo(demo ? 4_000 : 20_000);
    assertThat(interactions).isBetween(demo ? 60_000L : 400_000L, demo ? 100_000L : 1_000_000L);
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
  void theDemoHasFraudOfEveryKindAndInnocentsOfEveryClass() {
    Set<String> all = sorts("default");
    assertThat(sorts("demo")).containsExactlyInAnyOrderElementsOf(all);
    assertThat(all).contains("pod", "farm_worker", "bought_followers", "clique", "fan_club");
  }

  private static Set<String> sorts(String name) {
    return Worlds.society(1, world(name)).kinds().stream()
        .map(LabelledSort::sort)
        .collect(Collectors.toSet());
  }

  @Test
  void aWorldOfMoreAccountsHasAsManyMembersOfANicheAndGuestsOfAGiveaway() {
    Path file = WORLDS.resolve("default.yaml");
    World large = WorldLoader.load(file, 200_000);
    assertThat(large.accounts()).isEqualTo(200_000);
    assertThat(large.population.niches()).isEqualTo(500);
    assertThat(large.lookAlikes.crowd().low()).isCloseTo(0.001, within(1e-12));
    assertThat(large.lookAlikes.crowd().high()).isCloseTo(0.008, within(1e-12));
    World small = WorldLoader.load(file, 10_000);
    assertThat(small.population.niches()).isEqualTo(25);
    assertThat(small.lookAlikes.crowd()).isEqualTo(world("default").lookAlikes.crowd());
    assertThat(WorldLoader.load(file, 20_000).population).isEqualTo(world("default").population);
  }

  @ParameterizedTest
  @CsvSource({
    "0, population.accounts: 0",
    "-1, population.accounts: -1",
    "5000000, population.accounts: 5000000",
    "300, at least one group: the share"
  })
  void accountsThatDoNotFitAWorldAreTheCallersMistake(long accounts, String problem) {
    assertThatThrownBy(() -> WorldLoader.load(WORLDS.resolve("default.yaml"), accounts))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(problem)
        .extracting(e -> ((UserError) e).remedy())
        .asString()
        .startsWith("Give other --accounts");
  }

  @Test
  void anotherNumberOfAccountsLeavesTheMistakesOfTheFileToBeReported() throws IOException {
    Path file = Files.writeString(folder.resolve("w.yaml"), "population: 5\nlook_alikes: [1]\n");
    assertThatThrownBy(() -> WorldLoader.load(file, 100))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("population", "look_alikes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019-12-31", "2100-01-02"})
  void crawlDatesOutOfRangeAreTheCallersMistake(String date) {
    World world = Worlds.of();
    assertThatThrownBy(() -> Society.of(world, 1, LocalDate.parse(date)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(date);
  }

  @Test
  void aShippedWorldIsCalledByItsNameAndAnotherByItsPath() throws IOException {
    assertThat(WorldFile.of("slow-pods")).isRegularFile().hasFileName("slow-pods.yaml");
    Path mine = Files.writeString(folder.resolve("mine.yaml"), "");
    assertThat(WorldFile.of(mine.toString())).isEqualTo(mine);
    for (String none : List.of("slow", "slow-pods.yaml", "conf", folder.toString(), "../demo")) {
      assertThatThrownBy(() -> WorldFile.of(none))
          .isInstanceOf(UserError.class)
          .hasMessage("--world " + none + " does not exist")
          .extracting(e -> ((UserError) e).remedy())
          .asString()
          .startsWith("Give one of camouflage, crowd, default, demo, ");
    }
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

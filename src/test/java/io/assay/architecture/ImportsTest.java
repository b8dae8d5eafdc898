package io.assay.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Imports run one way: cli, workbench, pipeline, stages, job, statistics and text. Lake and ledger
 * do for jobs what these only name.
 */
class ImportsTest {
  private static final String ROOT = "io.assay.";

  private static final Set<String> STAGES =
      Set.of(
          "ingest",
          "conform",
          "engagement",
          "growth",
          "signals",
          "coordination",
          "evidence",
          "clusters",
          "assessment");

  /** Rooms that are planned and may still be empty. */
  private static final Set<String> PLANNED = Set.of("reporting", "maintenance");

  private static final Set<String> OTHERS =
      Set.of(
          "cli",
          "workbench",
          "pipeline",
          "ledger",
          "lake",
          "peers",
          "job",
          "statistics",
          "text",
          "reporting",
          "maintenance",
          "contracts",
          "settings");

  @Test
  void everyPackageHasItsPlace() {
    Set<String> packages =
        MainClasses.ALL.stream()
            .map(c -> c.getPackageName().substring(ROOT.length()).split("\\.")[0])
            .collect(Collectors.toCollection(TreeSet::new));
    packages.removeAll(STAGES);
    packages.removeAll(OTHERS);
    assertThat(packages).as("packages that no rule of this test speaks of").isEmpty();
  }

  @Test
  void contractsImportNothingOfOurs() {
    onlyImport("contracts").check(MainClasses.ALL);
  }

  @Test
  void statisticsImportNothingOfOurs() {
    onlyImport("statistics").check(MainClasses.ALL);
  }

  @Test
  void textImportsNothingOfOurs() {
    onlyImport("text").check(MainClasses.ALL);
  }

  @Test
  void settingsImportContracts() {
    onlyImport("settings", "contracts").check(MainClasses.ALL);
  }

  @Test
  void jobNamesWhatStagesAndTheLakeExchange() {
    onlyImport("job", "statistics", "text", "contracts", "settings").check(MainClasses.ALL);
  }

  @Test
  void peersAreSharedByStagesAndKnowNone() {
    onlyImport("peers", "job", "statistics", "contracts", "settings").check(MainClasses.ALL);
  }

  @Test
  void lakeImplementsWhatJobNames() {
    onlyImport("lake", "job", "statistics", "contracts", "settings").check(MainClasses.ALL);
  }

  @Test
  void ledgerImportsTheLake() {
    onlyImport("ledger", "lake", "job", "contracts").check(MainClasses.ALL);
  }

  @Test
  void deltasClassesStayInTheirRoom() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.assay.lake.delta..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark.sql.delta..", "io.delta..")
        .check(MainClasses.ALL);
  }

  @Test
  void stagesImportWhatIsBelowThem() {
    for (String stage : STAGES) {
      onlyImport(stage, "peers", "job", "statistics", "text", "contracts", "settings")
          .check(MainClasses.ALL);
    }
  }

  @Test
  void commandsThatReadTheLakeSeeItAndNoStage() {
    for (String room : Set.of("reporting", "maintenance")) {
      onlyImport(room, "ledger", "lake", "job", "statistics", "text", "contracts", "settings")
          .check(MainClasses.ALL);
    }
  }

  /** A stage is given the sections that it declares, since its days are made again for these. */
  @Test
  void stagesSeeNoSettingsButTheSectionsThatTheyDeclare() {
    for (String stage : STAGES) {
      noClasses()
          .that()
          .resideInAPackage(ROOT + stage + "..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.assay.settings.Settings")
          .allowEmptyShould(PLANNED.contains(stage))
          .check(MainClasses.ALL);
    }
  }

  @Test
  void theCommandLineAloneImportsTheWorkbench() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.assay.workbench..", "io.assay.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.assay.workbench..")
        .check(MainClasses.ALL);
  }

  @Test
  void worldsNeedNoLake() {
    onlyImport("workbench.worlds", "job", "contracts", "settings", "statistics")
        .check(MainClasses.ALL);
  }

  @Test
  void nobodyImportsTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.assay.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.assay.cli..")
        .check(MainClasses.ALL);
  }

  @Test
  void onlyWhatRunsJobsImportsThePipeline() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.assay.cli..", "io.assay.workbench..", "io.assay.pipeline..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.assay.pipeline..")
        .check(MainClasses.ALL);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.assay.(*)..").should().beFreeOfCycles().check(MainClasses.ALL);
  }

  /** Classes of the package depend on no package of ours but itself and these. */
  private static ArchRule onlyImport(String name, String... allowed) {
    Set<String> prefixes =
        Arrays.stream(allowed).map(a -> ROOT + a).collect(Collectors.toCollection(TreeSet::new));
    prefixes.add(ROOT + name);
    DescribedPredicate<JavaClass> otherOfOurs =
        DescribedPredicate.describe(
            "are ours outside " + prefixes,
            c ->
                c.getPackageName().startsWith("io.assay")
                    && prefixes.stream()
                        .noneMatch(
                            p ->
                                c.getPackageName().equals(p)
                                    || c.getPackageName().startsWith(p + ".")));
    return noClasses()
        .that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .dependOnClassesThat(otherOfOurs)
        .allowEmptyShould(PLANNED.contains(name));
  }
}

package io.assay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One can find one's way: every package says what lives there, and a name means one thing. */
class PackagesTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final String INFO = "package-info.java";

  private static List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(MAIN)) {
      return all.filter(path -> path.toString().endsWith(".java")).toList();
    }
  }

  @Test
  void everyPackageSaysWhatLivesThere() throws IOException {
    Set<Path> silent = new TreeSet<>();
    for (Path source : sources()) {
      Path info = source.resolveSibling(INFO);
      if (!Files.exists(info) || !Files.readString(info).startsWith("/**\n * ")) {
        silent.add(info);
      }
    }
    assertThat(silent).as("to be written").isEmpty();
  }

  /** Nested ones too: whoever reads one alone, in a test or a stack trace, knows what is meant. */
  @Test
  void noTwoClassesShareASimpleName() {
    Map<String, Set<String>> byName =
        MainClasses.ALL.stream()
            .filter(c -> !c.isAnonymousClass() && !c.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    Collectors.mapping(JavaClass::getName, Collectors.toCollection(TreeSet::new))));
    assertThat(byName).containsKeys("Table", "Layer");
    byName.values().removeIf(names -> names.size() == 1);
    assertThat(byName).isEmpty();
  }
}

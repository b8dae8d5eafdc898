package io.assay.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.cli.Main;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** {@code target/assay.jar} is fit for {@code spark-submit}. */
class ApplicationJarIT {
  private static final Path JAR = Path.of("target/assay.jar");
  private static final Path CLASSPATH = Path.of("target/embedded.classpath");
  private static final long MEGABYTE = 1 << 20;

  @Test
  void itNamesTheProgramAndItsVersion() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Main-Class")).isEqualTo(Main.class.getName());
      assertThat(manifest.getValue("Implementation-Title")).isEqualTo("assay");
      assertThat(manifest.getValue("Implementation-Version")).matches("\\d+\\.\\d+\\.\\d+.*");
      assertThat(jar.getEntry("io/assay/cli/Main.class")).isNotNull();
      assertThat(jar.getEntry("conf/assay.yaml")).isNotNull();
    }
  }

  @Test
  void itRegistersDeltaAsADataSource() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> sources = service(jar, "org.apache.spark.sql.sources.DataSourceRegister");
      assertThat(sources).contains("org.apache.spark.sql.delta.sources.DeltaDataSource");
      for (String source : sources) {
        assertThat(jar.getEntry(source.replace('.', '/') + ".class")).as(source).isNotNull();
      }
      assertThat(jar.getEntry("io/delta/sql/DeltaSparkSessionExtension.class")).isNotNull();
      assertThat(jar.getEntry("io/delta/storage/LocalLogStore.class")).isNotNull();
      assertThat(jar.getEntry("org/apache/spark/sql/delta/catalog/DeltaCatalog.class")).isNotNull();
    }
  }

  /** A class that is also in Spark's folder would be one of two versions, by chance. */
  @Test
  void itHoldsNoClassThatSparkHas() throws IOException {
    Set<String> ours = classes(JAR.toFile());
    Set<String> both = new TreeSet<>();
    for (String entry : Files.readString(CLASSPATH).strip().split(File.pathSeparator)) {
      for (String name : classes(new File(entry))) {
        if (ours.contains(name)) {
          both.add(name + " of " + new File(entry).getName());
        }
      }
    }
    assertThat(both).isEmpty();
    assertThat(ours).noneMatch(name -> name.startsWith("scala/"));
    assertThat(ours).noneMatch(name -> name.startsWith("org/apache/hadoop/"));
    assertThat(ours).noneMatch(name -> name.startsWith("com/fasterxml/"));
  }

  @Test
  void itHoldsWhatSparkHasNot() throws IOException {
    Set<String> ours = classes(JAR.toFile());
    assertThat(ours).contains("net/sourceforge/argparse4j/ArgumentParsers.class");
    assertThat(ours).contains("io/assay/shaded/jackson/yaml/YAMLMapper.class");
    assertThat(ours).contains("gg/jte/TemplateEngine.class");
    assertThat(ours).noneMatch(name -> name.startsWith("org/junit/"));
  }

  @Test
  void itHoldsTheScriptThatDrawsTheReportAndNoOther() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(
              jar.stream()
                  .map(ZipEntry::getName)
                  .filter(name -> name.contains("/webjars/") && !name.endsWith("/")))
          .containsExactly("META-INF/resources/webjars/echarts/5.5.0/echarts.min.js");
    }
  }

  @Test
  void itIsSmall() throws IOException {
    assertThat(Files.size(JAR)).isBetween(5 * MEGABYTE, 30 * MEGABYTE);
  }

  private static Set<String> classes(File file) throws IOException {
    try (JarFile jar = new JarFile(file)) {
      return jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
          .filter(name -> !name.startsWith("META-INF/"))
          .collect(Collectors.toSet());
    }
  }

  private static List<String> service(JarFile jar, String type) throws IOException {
    List<String> lines = new ArrayList<>();
    try (InputStream in = jar.getInputStream(jar.getEntry("META-INF/services/" + type))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line.strip());
        }
      }
    }
    return lines;
  }
}

package io.assay.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

/** What {@code jobs/assay} starts Java with is what Spark's own launcher would. */
class EmbeddedOptionsTest {

  @Test
  void theModuleOptionsAreSparks() throws IOException {
    List<String> ours =
        List.of(Files.readString(Path.of("target/embedded.options")).strip().split("\\s+"));
    List<String> sparks = List.of(JavaModuleOptions.defaultModuleOptions().strip().split("\\s+"));
    assertThat(ours)
        .as("property spark.modules of pom.xml; set it to JavaModuleOptions of this Spark")
        .containsExactlyInAnyOrderElementsOf(sparks);
  }
}

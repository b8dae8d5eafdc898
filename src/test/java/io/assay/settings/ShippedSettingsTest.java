package io.assay.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every key of {@code conf/assay.yaml} says what it means. */
class ShippedSettingsTest {
  private static final Pattern KEY = Pattern.compile("^( *)(- )?([A-Za-z_][^:#]*):( .*)?$");

  /**
   * A key counts as explained if a comment stands on the line above it, or if it lies below a key
   * that is: the bands of a scheme and the claims of a list are data of one kind. A section (no
   * indentation) is explained by its keys.
   */
  @Test
  void everyKeyIsExplained() throws IOException {
    List<String> unexplained = new ArrayList<>();
    int explainedAbove = -1;
    boolean comment = false;
    for (String line : Files.readAllLines(Path.of("conf/assay.yaml"))) {
      if (line.isBlank()) {
        comment = false;
        continue;
      }
      if (line.strip().startsWith("#")) {
        comment = true;
        continue;
      }
      Matcher key = KEY.matcher(line);
      int indent = line.length() - line.stripLeading().length();
      if (explainedAbove >= 0 && indent <= explainedAbove) {
        explainedAbove = -1;
      }
      if (key.matches() && indent > 0 && explainedAbove < 0) {
        if (comment) {
          explainedAbove = indent;
        } else {
          unexplained.add(line.strip());
        }
      }
      comment = false;
    }
    assertThat(unexplained).as("keys of conf/assay.yaml without a comment above them").isEmpty();
  }
}

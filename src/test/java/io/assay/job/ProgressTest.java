package io.assay.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

  /** Names of files and the notes in locks are others' words. */
  @Test
  void whatIsToldStaysInItsLine() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Progress(new PrintStream(out, true, StandardCharsets.UTF_8))
        .started("ingest", "reads a\u001b[2Jb\nc.jsonl");
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("[ingest] reads a\\u001b[2Jb\\u000ac.jsonl");
  }
}

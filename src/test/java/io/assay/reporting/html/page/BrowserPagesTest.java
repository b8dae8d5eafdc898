package io.assay.reporting.html.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Leaves pages that the tests in a browser open, src/test/python/report. */
class BrowserPagesTest {
  private static final Path FOLDER = Path.of("target/report-pages");
  private static final String HOSTILE =
      "</script><img src=x onerror=\"document.title='run'\"><b>bold</b>";

  @Test
  void pagesForABrowser() throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve("full.html"), Literal.full(HOSTILE).html());
    Files.writeString(FOLDER.resolve("empty.html"), new Literal().html());
    assertThat(FOLDER.resolve("full.html")).content().contains("&lt;img src=x");
  }
}

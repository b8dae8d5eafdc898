package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonOfCrawlsTest {
  private static final JsonFactory CANONICAL = JsonOfCrawls.canonical(10);
  private static final JsonFactory MAPPED = JsonOfCrawls.mapped(10);

  /** The texts of all tokens. */
  private static String tokens(JsonFactory factory, String json) throws IOException {
    StringBuilder texts = new StringBuilder();
    try (JsonParser parser = factory.createParser(json.getBytes(StandardCharsets.UTF_8))) {
      while (parser.nextToken() != null) {
        texts.append(parser.getText()).append(' ');
      }
    }
    return texts.toString();
  }

  @Test
  void numbersThatAreNoneAreRead() throws IOException {
    assertThat(tokens(CANONICAL, "{\"a\":NaN}")).isEqualTo("{ a NaN } ");
    assertThat(tokens(MAPPED, "{\"a\":-Infinity}")).isEqualTo("{ a -Infinity } ");
  }

  @Test
  void otherQuotesAreReadOfMappedCrawlsAlone() throws IOException {
    assertThat(tokens(MAPPED, "{'a':1,b:'c'}")).isEqualTo("{ a 1 b c } ");
    assertThatThrownBy(() -> tokens(CANONICAL, "{'a':1}")).isInstanceOf(JsonParseException.class);
    assertThatThrownBy(() -> tokens(CANONICAL, "{b:1}")).isInstanceOf(JsonParseException.class);
  }

  @Test
  void aTextMayBeAsLongAsItIsSaidToBe() throws IOException {
    assertThat(tokens(CANONICAL, "[\"0123456789\"]")).isEqualTo("[ 0123456789 ] ");
    assertThatThrownBy(() -> tokens(CANONICAL, "[\"" + "0123456789".repeat(2) + "\"]"))
        .isInstanceOf(StreamConstraintsException.class);
  }

  @Test
  void whatACrawlSaysIsInNoMessage() {
    for (JsonFactory factory : new JsonFactory[] {CANONICAL, MAPPED}) {
      assertThatThrownBy(() -> tokens(factory, "{\"a\":\"secret\",]"))
          .isInstanceOf(JsonParseException.class)
          .message()
          .doesNotContain("secret");
    }
  }
}

package io.assay.reporting.html.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Styles and scripts that stand inside the page, and the hashes by which a browser knows them. */
final class Assets {
  static final String STYLE = own("report.css");
  static final String SCRIPT = inlined(own("report.js"));
  static final String CHARTS =
      inlined(read("/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js"));

  private Assets() {}

  /** A resource that belongs to the report. */
  static String own(String name) {
    return read("/io/assay/reporting/html/" + name);
  }

  /**
   * What the page may do: run these scripts and styles, draw what they draw; open no connection.
   */
  static String policy() {
    return "default-src 'none'; script-src "
        + hash(CHARTS)
        + " "
        + hash(SCRIPT)
        + "; style-src "
        + hash(STYLE)
        + "; img-src data:; base-uri 'none'; form-action 'none'";
  }

  /** A script as it can stand in a page: nothing in it ends its element. */
  private static String inlined(String script) {
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--");
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Browsers read a line's end as one character whatever it was, and hash that. */
  private static String read(String path) {
    try (InputStream in = Assets.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the application lacks " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\r\n?", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }
}

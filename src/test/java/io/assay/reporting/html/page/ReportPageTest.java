package io.assay.reporting.html.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assay.reporting.html.model.DoubtFacts;
import io.assay.reporting.html.model.GroupFacts;
import io.assay.reporting.html.model.RateFacts;
import io.assay.reporting.html.model.ReportLimits;
import io.assay.reporting.html.model.VerdictFacts;
import io.assay.reporting.html.model.VerdictFacts.BandVerdicts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on literal values. */
class ReportPageTest {
  private static final String HOSTILE = "</script><img src=x onerror=alert(1)>\u2028<!--";
  private static final long MEGABYTE = 1 << 20;

  private final Literal values = new Literal();

  @Test
  void textOfACrawlIsInertWhereverItStands() throws IOException {
    values.doubts = new DoubtFacts(List.of(Literal.doubted(HOSTILE, HOSTILE)), 1, 1);
    values.verdicts =
        new VerdictFacts(List.of(new BandVerdicts(HOSTILE, HOSTILE, 1, 1, 0)), List.of(), 0.7);
    values.lake = "/data/" + HOSTILE;
    String html = values.html();
    assertThat(markup(html)).doesNotContain("<img", "<!--");
    assertThat(html).contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;");
    String block = between(html, "id=\"charts\">", "</script>");
    assertThat(block).doesNotContain("<", "\u2028");
    JsonNode option = new ObjectMapper().readTree(block).get("chart-verdicts").get(0);
    assertThat(option.at("/dataset/source/0/0").asText()).isEqualTo(HOSTILE);
  }

  @Test
  void nothingButTheScriptsAndStylesOfThePageMayRun() {
    String html = values.html();
    String policy =
        between(html, "Content-Security-Policy\" content=\"", "\">").replace("&#39;", "'");
    assertThat(policy).startsWith("default-src 'none'; script-src 'sha256-");
    assertThat(policy).doesNotContain("unsafe", "http", "connect-src");
    Matcher blocks = Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL).matcher(html);
    int found = 0;
    while (blocks.find()) {
      found++;
      assertThat(policy).contains(sha256(blocks.group(2)));
    }
    assertThat(found).isEqualTo(3);
    assertThat(markup(html)).doesNotContainPattern("<[^>]* (on[a-z]+|style|src)=");
  }

  @Test
  void rightToLeftHandlesStandApartAndEmojiStay() {
    values.doubts =
        new DoubtFacts(
            List.of(Literal.doubted("مها.الكعبي", "x"), Literal.doubted("🌸luna🌸", "y")), 2, 2);
    assertThat(values.html()).contains("<bdi>مها.الكعبي</bdi>", "<bdi>🌸luna🌸</bdi>");
  }

  @Test
  void theLargestReportIsUnderFiveMegabytesAndSaysWhatItCuts() {
    String sentence = "a long finding, told in words and numbers. ".repeat(12);
    values.doubts =
        new DoubtFacts(
            Collections.nCopies(ReportLimits.DOUBTED, Literal.doubted("somebody", sentence)),
            300_000,
            90_000);
    List<io.assay.reporting.html.model.ActingGroup> pods = new ArrayList<>();
    for (int i = 0; i < ReportLimits.GROUPS; i++) {
      pods.add(Literal.pod(i, ReportLimits.NODES));
    }
    values.groups =
        new GroupFacts(
            null, List.of(new GroupFacts.GroupCount("pod", true, 812, 9_000)), pods, List.of());
    values.rates =
        new RateFacts(null, Literal.bands(ReportLimits.BANDS), 9_000, List.of(), 0, "standard");
    String html = values.html();
    assertThat((long) html.getBytes(StandardCharsets.UTF_8).length).isLessThan(5 * MEGABYTE);
    assertThat(html)
        .contains("200 of 300,000 doubted accounts are shown")
        .contains("The 20 largest of 812 accepted groups are shown")
        .contains("60 of 500 accounts are shown")
        .contains("200 of 9,000 bands are shown");
  }

  @Test
  void aThousandBandsAreDrawnInPartAndListedInPart() {
    values.rates = new RateFacts(null, Literal.bands(1_000), 1_000, List.of(), 0, "standard");
    Chart chart = ReportPage.of(values.model()).rates();
    assertThat(chart.variants().get(0).option().at("/dataset/0/source"))
        .hasSize(ReportLimits.BANDS_DRAWN);
    assertThat(values.html()).contains("200 of 1,000 bands are shown");
  }

  @Test
  void whereNobodyIsDoubtedItSaysSo() {
    values.verdicts =
        new VerdictFacts(List.of(new BandVerdicts("x", "nano", 9, 0, 1)), List.of(), 0.7);
    assertThat(values.html())
        .contains(
            "Nobody is doubted: no account shows a kind of fraud that is at least 70 % likely")
        .doesNotContain("id=\"doubted\"");
  }

  @Test
  void withoutInteractionsItIsNotClaimedThatNobodyActsTogether() {
    assertThat(values.html()).contains("as far as is known: no single likes and comments");
  }

  @Test
  void aTableThatIsMissingIsNamed() {
    values.rates = new RateFacts("The table gold.x is not there", List.of(), 0, List.of(), 0, "s");
    assertThat(values.html()).contains("The table gold.x is not there");
  }

  @Test
  void everyTableHasACaptionAndEverySectionAName() {
    values.doubts = new DoubtFacts(List.of(Literal.doubted("a", "b")), 1, 1);
    values.groups =
        new GroupFacts(
            null,
            List.of(new GroupFacts.GroupCount("pod", true, 1, 9)),
            List.of(Literal.pod(1, 3)),
            List.of());
    String html = values.html();
    assertThat(html.split("<table", -1)).hasSameSizeAs(html.split("<caption>", -1));
    assertThat(html.split("<section ", -1))
        .hasSameSizeAs(html.split("<section id=\"[a-z]+\" aria-labelledby=\"", -1));
    assertThat(html.split("<h1", -1)).hasSize(2);
  }

  @Test
  void aGroupIsDrawnWithItsMembersOnACircle() {
    Chart chart = GroupChart.of(Literal.pod(1, 4));
    JsonNode nodes = chart.variants().get(0).option().at("/series/0/data");
    assertThat(nodes).hasSize(4);
    assertThat(nodes.get(1).get("x").asDouble()).isCloseTo(100, within());
    assertThat(nodes.get(2).get("y").asDouble()).isCloseTo(100, within());
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-9);
  }

  /** The page without what stands inside of its scripts and styles. */
  private static String markup(String html) {
    return html.replaceAll("(?s)(<(script|style)[^>]*>).*?</\\2>", "$1");
  }

  private static String between(String text, String from, String to) {
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.assay.cli;

import io.assay.cli.text.Texts;
import io.assay.lake.LakeLocation;
import io.assay.settings.Settings;
import java.time.LocalDate;
import java.util.List;
import net.sourceforge.argparse4j.inf.Subparser;

/** Finds accounts that share the same objects within seconds of each other. */
final class CoactionCommand implements Command {

  @Override
  public String name() {
    return "coaction";
  }

  @Override
  public String summary() {
    return "find accounts that share the same links, hashtags or texts within seconds";
  }

  @Override
  public String description() {
    return "Compares the shares of silver.share and writes, for every two accounts that shared the"
        + " same object within a window of seconds, how often they did (weight) and how many seconds"
        + " lay between on average, as CSV: platform_a, account_a, platform_b, account_b, weight,"
        + " mean_delay_seconds, sorted. Who shares the same at the same time need not have agreed on"
        + " it: a headline makes many do so. The method is that of CooRTweet, see"
        + " src/docs/methods.md. Read are the shares that crawls first delivered in the"
        + " coordination.window_days up to the day; nothing in the lake changes.";
  }

  @Override
  public List<Example> examples() {
    String line = "jobs/assay coaction --lake lake/ --as-of 2026-10-31 ";
    return List.of(
        new Example(
            line + "--object 'url:%' --window 30 --min-participation 2 --out edges.csv",
            "the same links within half a minute, on all platforms together"),
        new Example(
            line + "--platform x --object '%' --window 10 --min-participation 5 --out edges.csv",
            "whatever is shared on one platform, by those who do so five times or more"));
  }

  @Override
  public void declare(Subparser parser) {
    CoactionOptions.declare(parser);
  }

  @Override
  public String run(Invocation call) {
    LocalDate asOf = call.asOf();
    CoactionOptions options = CoactionOptions.of(call);
    Settings settings = call.settings();
    LakeLocation.requireLake(call.lake());
    EdgeFile file = EdgeFile.at(options.out(), options.exactIds());
    try (LakeRun run = LakeRun.on(call, call.lake(), settings)) {
      EdgeFile.WrittenEdges written =
          file.write(edges -> run.pipeline().coActions().find(asOf, options.question(), edges));
      return told(written, options);
    }
  }

  private static String told(EdgeFile.WrittenEdges written, CoactionOptions options) {
    String marked =
        written.marked() == 0
            ? ""
            : ". "
                + Texts.counted(written.marked(), "cell")
                + " a spreadsheet might run "
                + (written.marked() == 1 ? "begins" : "begin")
                + " with an apostrophe; --exact-ids leaves it away";
    return Texts.counted(written.edges(), "pair")
        + " of accounts shared the same objects within "
        + options.question().rule().windowSeconds()
        + " s, "
        + Texts.counted(written.weight(), "time")
        + ", written to "
        + options.out()
        + marked;
  }
}

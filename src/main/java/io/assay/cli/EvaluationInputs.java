package io.assay.cli;

import io.assay.contracts.UserError;
import io.assay.ingest.Mapping;
import io.assay.lake.LakeLocation;
import io.assay.workbench.evaluation.LabelInput;
import io.assay.workbench.evaluation.ScoredAccounts;
import io.assay.workbench.evaluation.ScoredAccounts.Making;
import io.assay.workbench.evaluation.TableInput;
import io.assay.workbench.evaluation.Trial;
import io.assay.workbench.worlds.CrawlOfWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What {@code assay evaluate} reads, looked at before Spark starts. */
final class EvaluationInputs {
  private EvaluationInputs() {}

  /**
   * The evaluations to make. Looks at every path of every seed that lies on this machine.
   *
   * @throws UserError for what is missing or cannot be read
   */
  static List<Trial> trials(EvaluationCall call, CrawlOfWorld worlds) {
    String world = EvaluationCall.world(call.call());
    if (world != null) {
      worlds.check(worldFile(world));
    }
    boolean made = world != null || !call.call().list("crawl").isEmpty();
    Making making =
        made
            ? new Making(
                call.call().settings(), mapping(call), crawledAt(call), call.call().text("work"))
            : null;
    List<Trial> trials = new ArrayList<>();
    for (Long seed : call.seeds()) {
      trials.add(trial(call, seed, making));
    }
    return trials;
  }

  private static Trial trial(EvaluationCall call, Long seed, Making making) {
    String lake = call.path("lake", seed);
    requireLake(lake, making != null);
    call.crawls(seed).forEach(Delivery::requireThere);
    boolean hasLake = making != null || lake != null;
    LabelInput labels =
        new LabelInput(call.path("labels", seed), call.asOf(), call.call().text("label_source"));
    labels.requireThere(hasLake);
    boolean isTable = call.baselines().isEmpty();
    TableInput table = isTable ? table(call, seed) : null;
    if (isTable) {
      table.requireThere(hasLake);
    }
    return new Trial(
        seed,
        accounts(call, seed, making),
        lake,
        labels,
        table,
        isTable ? call.call().text("table") : null,
        call.baselines(),
        call.request());
  }

  private static ScoredAccounts accounts(EvaluationCall call, Long seed, Making making) {
    String world = EvaluationCall.world(call.call());
    if (world != null) {
      return new ScoredAccounts.OfWorld(worldFile(world), seed, making);
    }
    return making == null
        ? new ScoredAccounts.InLake(call.path("lake", seed), call.asOf())
        : new ScoredAccounts.OfCrawls(call.crawls(seed), call.asOf(), making);
  }

  /** Of a lake made for the call only the results are kept, in one that may be new. */
  private static void requireLake(String location, boolean made) {
    if (location == null) {
      return;
    }
    Invocation.notBlank("--lake", location);
    if (made) {
      LakeLocation.requireOpenable(location);
    } else {
      LakeLocation.requireLake(location);
    }
  }

  private static TableInput table(EvaluationCall call, Long seed) {
    Invocation given = call.call();
    return new TableInput(
        call.path("table", seed),
        call.asOf(),
        given.text("where"),
        orElse(given.text("platform_column"), "platform"),
        orElse(given.text("account_column"), "account_id"));
  }

  /** The format of the deliveries; null for the canonical one. */
  private static Mapping mapping(EvaluationCall call) {
    String file = call.call().text("mapping");
    return file == null ? null : Mapping.load(Path.of(file));
  }

  /** When records were seen that do not say so; null if they all do. */
  private static Instant crawledAt(EvaluationCall call) {
    String time = call.call().text("crawled_at");
    return time == null ? null : Dates.moment("--crawled-at", time);
  }

  /**
   * @throws UserError if the world's file is missing
   */
  private static Path worldFile(String world) {
    Path file = Path.of(world);
    if (!Files.isRegularFile(file)) {
      throw new UserError("--world " + world + " does not exist", "Worlds are in conf/worlds.");
    }
    return file;
  }

  private static String orElse(String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}

package io.assay.cli;

import io.assay.contracts.UserError;
import io.assay.ingest.Mapping;
import io.assay.lake.LakeLocation;
import io.assay.pipeline.Jobs;
import io.assay.workbench.evaluation.Asked;
import io.assay.workbench.evaluation.LabelInput;
import io.assay.workbench.evaluation.ScoredAccounts;
import io.assay.workbench.evaluation.ScoredAccounts.Making;
import io.assay.workbench.evaluation.TableInput;
import io.assay.workbench.evaluation.Trial;
import io.assay.workbench.evaluation.Trials;
import io.assay.workbench.worlds.CrawlOfWorld;
import io.assay.workbench.worlds.WorldFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@code assay evaluate} reads, looked at before Spark starts. */
final class EvaluationInputs {
  private EvaluationInputs() {}

  /**
   * The evaluations to make. Looks at every path of every seed that lies on this machine.
   *
   * @throws io.assay.contracts.UserError for what is missing or cannot be read
   */
  static List<Trial> trials(EvaluationCall call, CrawlOfWorld worlds) {
    requireWorlds(call, worlds);
    boolean made = call.seeds().keySet().stream().anyMatch(world -> world != null);
    Making making =
        made || !call.call().list("crawl").isEmpty()
            ? new Making(
                call.call().settings(), mapping(call), crawledAt(call), call.call().text("work"))
            : null;
    List<Trial> trials = new ArrayList<>();
    call.seeds()
        .forEach(
            (world, seeds) -> {
              for (Long seed : seeds) {
                if (!call.questions(world, seed).isEmpty()) {
                  trials.add(trial(call, world, seed, making));
                }
              }
            });
    if (trials.isEmpty()) {
      throw new UserError("no question is asked of these worlds", "Give others with --world.");
    }
    trials.forEach(trial -> Trials.requirePlace(trial, call.call().flag("resume")));
    return trials;
  }

  /** Reads the worlds' files. */
  private static void requireWorlds(EvaluationCall call, CrawlOfWorld worlds) {
    Map<Path, String> names = new HashMap<>();
    for (String world : call.seeds().keySet()) {
      if (world != null) {
        Path file = WorldFile.of(world);
        worlds.check(file, call.accounts());
        String other = names.put(file.getFileName(), world);
        if (other != null) {
          throw new UserError(
              "--world " + other + " and --world " + world + " are of one name",
              "Give the files different names.");
        }
      }
    }
  }

  private static Trial trial(EvaluationCall call, String world, Long seed, Making making) {
    String lake = call.path("lake", seed);
    requireLake(lake, making != null);
    call.crawls(seed).forEach(Delivery::requireThere);
    boolean hasLake = making != null || lake != null;
    LabelInput labels =
        new LabelInput(call.path("labels", seed), call.asOf(), call.call().text("label_source"));
    labels.requireThere(hasLake);
    List<Asked> questions = call.questions(world, seed);
    for (Asked asked : questions) {
      if (asked.table() != null) {
        asked.table().requireThere(hasLake);
        requireMade(asked.table(), making != null);
      }
    }
    return new Trial(world, seed, accounts(call, world, seed, making), lake, labels, questions);
  }

  /** A lake that is made holds what jobs write. */
  private static void requireMade(TableInput table, boolean made) {
    if (made && table.isInLake() && !Jobs.isWritten(table.location())) {
      throw new UserError(
          "--table " + table.location() + " is written by no job",
          "Choose one of the tables that `jobs/assay tables` lists.");
    }
  }

  private static ScoredAccounts accounts(
      EvaluationCall call, String world, Long seed, Making making) {
    if (world != null) {
      return new ScoredAccounts.OfWorld(WorldFile.of(world), call.accounts(), seed, making);
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
}

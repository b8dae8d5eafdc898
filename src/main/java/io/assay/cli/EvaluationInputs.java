package io.assay.cli;

import io.assay.ingest.Mapping;
import io.assay.lake.LakeLocation;
import io.assay.workbench.evaluation.LabelInput;
import io.assay.workbench.evaluation.TableInput;
import io.assay.workbench.worlds.WorldFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;

/** What {@code assay evaluate} reads, looked at before Spark starts. */
final class EvaluationInputs {
  private EvaluationInputs() {}

  /**
   * Looks at every path of every seed that lies on this machine.
   *
   * @throws io.assay.contracts.UserError for what is missing or cannot be read
   */
  static void require(EvaluationCall call, CrawlOfWorld worlds) {
    String world = EvaluationCall.world(call.call());
    boolean made = world != null || !call.call().list("crawl").isEmpty();
    if (world != null) {
      worlds.check(WorldFile.of(world));
    }
    if (made) {
      call.call().settings();
      mapping(call);
      crawledAt(call);
    }
    for (Long seed : call.seeds()) {
      String lake = call.path("lake", seed);
      requireLake(lake, made);
      call.crawls(seed).forEach(Delivery::requireThere);
      boolean hasLake = made || lake != null;
      labels(call, seed, call.asOf()).requireThere(hasLake);
      if (call.baselines().isEmpty()) {
        table(call, seed, call.asOf()).requireThere(hasLake);
      }
    }
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

  /** Where a seed's labels are. */
  static LabelInput labels(EvaluationCall call, Long seed, LocalDate asOf) {
    return new LabelInput(call.path("labels", seed), asOf, call.call().text("label_source"));
  }

  /** Where a seed's table is. */
  static TableInput table(EvaluationCall call, Long seed, LocalDate asOf) {
    Invocation given = call.call();
    return new TableInput(
        call.path("table", seed),
        asOf,
        given.text("where"),
        orElse(given.text("platform_column"), "platform"),
        orElse(given.text("account_column"), "account_id"));
  }

  /** The format of the deliveries; null for the canonical one. */
  static Mapping mapping(EvaluationCall call) {
    String file = call.call().text("mapping");
    return file == null ? null : Mapping.load(Path.of(file));
  }

  /** When records were seen that do not say so; null if they all do. */
  static Instant crawledAt(EvaluationCall call) {
    String time = call.call().text("crawled_at");
    return time == null ? null : Dates.moment("--crawled-at", time);
  }

  private static String orElse(String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}

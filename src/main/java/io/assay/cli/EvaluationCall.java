package io.assay.cli;

import io.assay.contracts.UserError;
import io.assay.workbench.evaluation.Baseline;
import io.assay.workbench.evaluation.Bootstrap;
import io.assay.workbench.evaluation.ColumnRole;
import io.assay.workbench.evaluation.EvaluationRequest;
import io.assay.workbench.evaluation.EvaluationRequest.Measured;
import io.assay.workbench.evaluation.LabelledAccounts;
import io.assay.workbench.evaluation.Positives;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The arguments of {@code assay evaluate}, checked before Spark starts.
 *
 * @param call the call
 * @param baselines the yardsticks; none for a table
 * @param request how to evaluate
 * @param seeds seeds to go through; one null where there are none
 */
record EvaluationCall(
    Invocation call, List<Baseline> baselines, EvaluationRequest request, List<Long> seeds) {
  private static final String SEED = "{seed}";
  private static final long MAX_SEEDS = 1000;
  private static final long MAX_REPLICATES = 10_000;

  /**
   * @throws UserError for arguments that cannot be, or cannot stand together
   */
  static EvaluationCall of(Invocation call) {
    boolean table = call.text("table") != null;
    if (table != call.list("baseline").isEmpty()) {
      throw new UserError(
          table ? "--table and --baseline were both given" : "nothing to evaluate was given",
          "Give --table TABLE, or --baseline NAME, which may be repeated.");
    }
    requireSource(call, table);
    return new EvaluationCall(call, baselines(call), request(call, table), seeds(call));
  }

  private static void requireSource(Invocation call, boolean table) {
    String world = world(call);
    if (call.list("crawl").size() > 0 && world != null) {
      throw new UserError("--crawl and --world were both given", "Give one of them.");
    }
    boolean made = call.list("crawl").size() > 0 || world != null;
    if (!table && !made && call.text("lake") == null) {
      throw new UserError(
          "--baseline " + call.list("baseline").get(0) + " has no accounts to score",
          "Give --lake DIR with --as-of DATE, or --crawl PATH.");
    }
    if (!table && world == null && call.text("as_of") == null) {
      throw new UserError("--baseline needs a day to score", "Give --as-of DATE.");
    }
    if (table && call.list("crawl").size() > 0 && call.text("as_of") == null) {
      throw new UserError("--crawl needs the day of the delivery", "Give --as-of DATE.");
    }
    if (world != null && call.text("as_of") != null) {
      throw new UserError(
          "--as-of does not go with --world, which states its day", "Leave it out.");
    }
  }

  private static List<Baseline> baselines(Invocation call) {
    List<String> names = call.list("baseline").stream().distinct().toList();
    if (!names.isEmpty()
        && Stream.of("score", "likelihood", "group").anyMatch(o -> !call.list(o).isEmpty())) {
      throw new UserError(
          "--score, --likelihood and --group do not go with --baseline", "Leave them out.");
    }
    return names.stream().map(EvaluationCall::baseline).toList();
  }

  private static Baseline baseline(String name) {
    if (!Baseline.titles().contains(name)) {
      throw new UserError(
          "--baseline " + name + " is unknown",
          "Choose one of " + String.join(", ", Baseline.titles()) + ".");
    }
    return Baseline.of(name);
  }

  private static EvaluationRequest request(Invocation call, boolean table) {
    List<Measured> columns = new ArrayList<>();
    if (table) {
      call.list("score").forEach(c -> columns.add(new Measured(c, ColumnRole.SCORE)));
      call.list("likelihood").forEach(c -> columns.add(new Measured(c, ColumnRole.LIKELIHOOD)));
      call.list("group").forEach(c -> columns.add(new Measured(c, ColumnRole.GROUP)));
    } else {
      columns.add(new Measured("score", ColumnRole.SCORE));
    }
    if (columns.isEmpty()) {
      throw new UserError(
          "no column of --table " + call.text("table") + " was named",
          "Give --score, --likelihood or --group, each with a column.");
    }
    if (call.text("threshold") != null && call.text("flag") != null) {
      throw new UserError("--threshold and --flag were both given", "Give one of them.");
    }
    return new EvaluationRequest(
        columns.stream().distinct().toList(),
        new Positives(positive(call), positiveClasses(call)),
        call.flag("low_is_suspicious"),
        threshold(call),
        call.text("flag"),
        call.list("segment"),
        new Bootstrap(
            (int) number(call, "bootstrap", 200, 0, MAX_REPLICATES),
            number(call, "bootstrap_seed", 1, Long.MIN_VALUE, Long.MAX_VALUE)));
  }

  private static List<String> positive(Invocation call) {
    String text = call.text("positive");
    if (text == null) {
      return LabelledAccounts.KINDS;
    }
    List<String> labels =
        Arrays.stream(text.split(",")).map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (labels.isEmpty() || !LabelledAccounts.KINDS.containsAll(labels)) {
      throw new UserError(
          "--positive " + text + " is no list of labels",
          "Choose from " + String.join(",", LabelledAccounts.KINDS) + ".");
    }
    return labels.stream().distinct().toList();
  }

  private static List<String> positiveClasses(Invocation call) {
    String text = call.text("positive_class");
    if (text == null) {
      return List.of();
    }
    List<String> classes =
        Arrays.stream(text.split(",")).map(String::strip).filter(c -> !c.isEmpty()).toList();
    if (classes.isEmpty()) {
      throw new UserError(
          "--positive-class " + text + " names no class", "For example pod,farm_worker.");
    }
    return classes.stream().distinct().toList();
  }

  private static Double threshold(Invocation call) {
    String text = call.text("threshold");
    try {
      Double number = text == null ? null : Double.valueOf(text);
      if (number == null || Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, in our words
    }
    throw new UserError("--threshold " + text + " is not a number", "For example --threshold 0.8.");
  }

  private static List<Long> seeds(Invocation call) {
    boolean template =
        Stream.concat(
                Stream.of("table", "labels", "lake").map(call::text), call.list("crawl").stream())
            .filter(Objects::nonNull)
            .anyMatch(path -> path.contains(SEED));
    boolean seeded = template || world(call) != null;
    if (!seeded && (call.text("seeds") != null || call.text("first_seed") != null)) {
      throw new UserError(
          "--seeds has nothing to vary", "Give --world NAME, or write {seed} into a path.");
    }
    if (!seeded) {
      return java.util.Collections.singletonList(null);
    }
    long first = number(call, "first_seed", 1, 0, Long.MAX_VALUE - MAX_SEEDS);
    long count = number(call, "seeds", 1, 1, MAX_SEEDS);
    return LongStream.range(first, first + count).boxed().toList();
  }

  private static long number(Invocation call, String option, long otherwise, long min, long max) {
    String text = call.text(option);
    if (text == null) {
      return otherwise;
    }
    String name = "--" + option.replace('_', '-');
    try {
      long number = Long.parseLong(text.replace("_", ""));
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, in our words
    }
    throw new UserError(
        name + " " + text + " is not a whole number from " + min + " to " + max,
        "For example " + name + " " + otherwise + ".");
  }

  /** The world's file; null where none was given or can be. */
  static String world(Invocation call) {
    return call.text("world");
  }

  /** A path of the call for a seed; null where none was given. */
  String path(String option, Long seed) {
    return seeded(call.text(option), seed);
  }

  /** The deliveries to load, for a seed. */
  List<String> crawls(Long seed) {
    return call.list("crawl").stream().map(path -> seeded(path, seed)).toList();
  }

  private static String seeded(String path, Long seed) {
    return path == null || seed == null ? path : path.replace(SEED, seed.toString());
  }

  /** The day of {@code --as-of}; null where it was not given. */
  LocalDate asOf() {
    return call.text("as_of") == null ? null : call.asOf();
  }
}

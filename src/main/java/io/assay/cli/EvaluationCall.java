package io.assay.cli;

import io.assay.contracts.UserError;
import io.assay.workbench.evaluation.Asked;
import io.assay.workbench.evaluation.QuestionFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The arguments of {@code assay evaluate}, checked before Spark starts.
 *
 * @param call the call
 * @param questions what is asked
 * @param seeds seeds to go through, of each world; the world null where none is made, and the seed
 *     where there is none
 */
record EvaluationCall(Invocation call, List<Asked> questions, Map<String, List<Long>> seeds) {
  private static final String SEED = "{seed}";

  /**
   * @throws UserError for arguments that cannot be, or cannot stand together
   */
  static EvaluationCall of(Invocation call) {
    QuestionOptions options = new QuestionOptions(call);
    if (call.text("questions") == null) {
      List<Asked> questions = options.questions();
      requireSource(call, questions);
      return new EvaluationCall(call, questions, seeds(call, worlds(call, Map.of()), 1));
    }
    QuestionFile file = options.file();
    requireSource(call, file.questions());
    Map<String, Long> worlds = isOfWorlds(call) ? worlds(call, file.worlds()) : Map.of();
    if (isOfWorlds(call) && worlds.isEmpty()) {
      throw new UserError(
          "--questions " + call.text("questions") + " names no world", "Give --world NAME.");
    }
    return new EvaluationCall(call, file.questions(), seeds(call, worlds, file.firstSeed()));
  }

  /** Questions of a file are asked of worlds, unless a day tells that they are of a lake. */
  private static boolean isOfWorlds(Invocation call) {
    return call.text("as_of") == null;
  }

  private static void requireSource(Invocation call, List<Asked> questions) {
    boolean world = !call.list("world").isEmpty();
    boolean crawl = !call.list("crawl").isEmpty();
    boolean file = call.text("questions") != null;
    if (crawl && world) {
      throw new UserError("--crawl and --world were both given", "Give one of them.");
    }
    if (world && call.text("as_of") != null) {
      throw new UserError(
          "--as-of does not go with --world, which states its day", "Leave it out.");
    }
    if (crawl && call.text("as_of") == null) {
      throw new UserError("--crawl needs the day of the delivery", "Give --as-of DATE.");
    }
    boolean ofWorlds = world || file && isOfWorlds(call);
    boolean baseline = questions.stream().anyMatch(asked -> asked.baseline() != null);
    if (baseline && !ofWorlds && !crawl && call.text("lake") == null) {
      throw new UserError(
          questions.get(0).name() + " has no accounts to score",
          "Give --lake DIR with --as-of DATE, or --crawl PATH.");
    }
    if (baseline && !ofWorlds && call.text("as_of") == null) {
      throw new UserError("--baseline needs a day to score", "Give --as-of DATE.");
    }
    if (!ofWorlds && call.text("accounts") != null) {
      throw new UserError("--accounts has no world to be of", "Give --world NAME.");
    }
    requireKept(call, ofWorlds || crawl);
  }

  private static void requireKept(Invocation call, boolean made) {
    if (call.flag("resume") && call.text("work") == null) {
      throw new UserError("--resume has no folder to carry on in", "Give --work DIR.");
    }
    if (call.text("work") != null && !made) {
      throw new UserError("--work has no lake to keep", "Give --world NAME or --crawl PATH.");
    }
  }

  /**
   * The worlds and how many seeds of each: those of the call, or of a file.
   *
   * @param otherwise of a file
   */
  private static Map<String, Long> worlds(Invocation call, Map<String, Long> otherwise) {
    Map<String, Long> worlds = new LinkedHashMap<>();
    List<String> given = call.list("world");
    for (String world : given.isEmpty() ? otherwise.keySet() : given) {
      worlds.put(world, number(call, "seeds", otherwise.getOrDefault(world, 1L)));
    }
    return worlds;
  }

  private static long number(Invocation call, String option, long otherwise) {
    return option.equals("seeds")
        ? QuestionOptions.number(call, option, otherwise, 1, QuestionFile.MAX_SEEDS)
        : QuestionOptions.number(
            call, option, otherwise, 0, Long.MAX_VALUE - QuestionFile.MAX_SEEDS);
  }

  private static Map<String, List<Long>> seeds(
      Invocation call, Map<String, Long> worlds, long firstSeed) {
    boolean template =
        Stream.concat(
                Stream.of("table", "labels", "lake").map(call::text), call.list("crawl").stream())
            .filter(Objects::nonNull)
            .anyMatch(path -> path.contains(SEED));
    boolean seeded = template || !worlds.isEmpty();
    if (!seeded && (call.text("seeds") != null || call.text("first_seed") != null)) {
      throw new UserError(
          "--seeds has nothing to vary", "Give --world NAME, or write {seed} into a path.");
    }
    Map<String, List<Long>> seeds = new LinkedHashMap<>();
    long first = number(call, "first_seed", firstSeed);
    if (worlds.isEmpty()) {
      seeds.put(
          null, seeded ? from(first, number(call, "seeds", 1)) : Collections.singletonList(null));
    }
    worlds.forEach((world, count) -> seeds.put(world, from(first, count)));
    return seeds;
  }

  private static List<Long> from(long first, long count) {
    return LongStream.range(first, first + count).boxed().toList();
  }

  /** Whether each result is shown in full, and not only the table of all. */
  boolean isDetailed() {
    return call.text("questions") == null;
  }

  /** The largest number of seeds of a world. */
  int mostSeeds() {
    return seeds.values().stream().mapToInt(List::size).max().orElseThrow();
  }

  /** What is asked of a world under a seed. */
  List<Asked> questions(String world, Long seed) {
    List<Asked> asked = new ArrayList<>();
    for (Asked question : questions) {
      if (question.isOf(world)) {
        asked.add(
            question.table() == null
                ? question
                : question.at(seeded(question.table().location(), seed)));
      }
    }
    return asked;
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

  /** Accounts of each world; null for as many as its file says. */
  Long accounts() {
    return call.text("accounts") == null
        ? null
        : Long.valueOf(QuestionOptions.number(call, "accounts", 2000, 1, Integer.MAX_VALUE));
  }
}

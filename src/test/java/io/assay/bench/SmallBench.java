package io.assay.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assay.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a day of a small crawl, the demo's, costs beside {@link Floor}: to ingest it into a new
 * lake, to run all daily jobs for the first time, and to run them again, which replaces. Each is a
 * process of its own, from its start to its end, as is each floor; they take turns.
 */
final class SmallBench {
  private final Path work;
  private final Consumer<Path> delete;
  private final ChildJava java;
  private final SmallStep ingest = new SmallStep("ingest", 2);
  private final SmallStep first = new SmallStep("first run", 2);
  private final SmallStep rerun = new SmallStep("rerun", 1.5);

  SmallBench(Path work, Consumer<Path> delete) {
    this.work = work.toAbsolutePath();
    this.delete = delete;
    this.java = new ChildJava(this.work);
  }

  /** Prints the tables; true if nothing is over its bar. */
  boolean run(int repeat) {
    Path crawl = work.resolve("crawl-" + ReadyRows.WORLD + "-seed-" + ReadyRows.SEED);
    Path scratch = work.resolve("small-" + ProcessHandle.current().pid());
    try {
      System.err.println("the floor's rows are made, not measured");
      java.run(
          ReadyRows.class,
          crawl.toString(),
          scratch.resolve("lake").toString(),
          scratch.resolve("rows").toString());
      for (int round = 0; round < repeat; round++) {
        Round of = new Round(crawl, scratch.resolve("rows"), scratch.resolve("" + round), round);
        of.measure(ingest, "ingest", of.ingest());
        of.measure(first, "run", of.day());
        of.measure(rerun, "run", of.day());
      }
    } finally {
      delete.accept(scratch);
    }
    return report(repeat);
  }

  private boolean report(int repeat) {
    List<SmallStep> steps = List.of(ingest, first, rerun);
    System.out.println(SmallStep.header());
    steps.forEach(step -> System.out.println(step.line()));
    System.out.printf(
        "median of %d; seconds of whole processes; a table = for each table published%n", repeat);
    System.out.println("commits (bar: one a published table, one a process for the ledger's)");
    steps.forEach(step -> System.out.println(step.commitLine()));
    return steps.stream().allMatch(SmallStep::acceptable);
  }

  /** A lake of ours and one of the floor's. */
  private final class Round {
    private final Path crawl;
    private final Path rows;
    private final Path folder;
    private final boolean floorFirst;
    private final Path lake;

    Round(Path crawl, Path rows, Path folder, int number) {
      this.crawl = crawl;
      this.rows = rows;
      this.folder = folder;
      this.floorFirst = number % 2 == 0;
      this.lake = folder.resolve("ours");
    }

    List<String> ingest() {
      return List.of(
          "ingest",
          crawl.toString(),
          "--crawl-id",
          ReadyRows.CRAWL_ID,
          "--crawl-date",
          ReadyRows.DAY.toString());
    }

    List<String> day() {
      return List.of("run", "--as-of", ReadyRows.DAY.toString());
    }

    void measure(SmallStep step, String slices, List<String> command) {
      if (floorFirst) {
        floor(step, slices);
        ours(step, command);
      } else {
        ours(step, command);
        floor(step, slices);
      }
    }

    private void floor(SmallStep step, String slices) {
      step.floor(
          java.run(
              Floor.class, rows.resolve(slices).toString(), folder.resolve("floor").toString()));
    }

    private void ours(SmallStep step, List<String> command) {
      try {
        Files.createDirectories(folder);
        Path summary = folder.resolve("summary.json");
        List<String> args = new ArrayList<>(command);
        args.addAll(List.of("--lake", lake.toString(), "--summary", summary.toString()));
        DeltaCommits before = DeltaCommits.in(lake);
        ChildJava.Cost cost = java.run(Main.class, args.toArray(String[]::new));
        step.ours(cost, published(summary), DeltaCommits.in(lake).since(before));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static List<String> published(Path summary) throws IOException {
    List<String> tables = new ArrayList<>();
    for (JsonNode job : new ObjectMapper().readTree(summary.toFile()).get("jobs")) {
      job.get("tables").forEach(table -> tables.add(table.get("table").asText()));
    }
    return tables;
  }
}

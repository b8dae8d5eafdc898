package io.assay.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.assay.contracts.UserError;
import io.assay.job.Published;
import io.assay.pipeline.JobReport;
import io.assay.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The outcome of a command as JSON, for schedulers; written once, at the end. */
final class Summary {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final String command;
  private final Path file;
  private final long start = System.nanoTime();
  private final List<Pipeline> pipelines = new ArrayList<>();
  private boolean dryRun;

  private Summary(String command, Path file) {
    this.command = command;
    this.file = file;
  }

  /**
   * @param file where to write; null for nowhere
   * @throws UserError if it could not be written there
   */
  static Summary open(String command, String file) {
    if (file == null) {
      return new Summary(command, null);
    }
    Path path = Path.of(Invocation.notBlank("--summary", file)).toAbsolutePath();
    if (Files.isDirectory(path) || !Files.isDirectory(path.getParent())) {
      throw new UserError(
          "--summary " + file + " cannot be written", "Name a file in a folder that exists.");
    }
    return new Summary(command, path);
  }

  /** A run whose jobs are to be reported. */
  void follow(Pipeline run) {
    pipelines.add(run);
  }

  void dryRun() {
    dryRun = true;
  }

  void succeeded(String message) {
    write("succeeded", 0, message, null);
  }

  void failed(Failure failure) {
    write("failed", failure.exitCode(), failure.message(), failure.remedy());
  }

  private void write(String outcome, int exitCode, String message, String remedy) {
    if (file == null) {
      return;
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("command", command);
    tree.put("outcome", outcome);
    tree.put("exit_code", exitCode);
    tree.put("message", message);
    tree.put("remedy", remedy);
    tree.put("dry_run", dryRun);
    tree.put("run_id", pipelines.isEmpty() ? null : pipelines.get(pipelines.size() - 1).runId());
    tree.put("seconds", (System.nanoTime() - start) / 1_000_000 / 1000.0);
    tree.put(
        "jobs",
        pipelines.stream()
            .flatMap(run -> run.reports().stream().map(report -> job(run, report)))
            .toList());
    try {
      // Whoever polls for the file never sees half of it.
      Path part =
          file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
      JSON.writeValue(part.toFile(), tree);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UserError(
          "summary " + file + " cannot be written: " + e.getMessage(), "Check --summary.", e);
    }
  }

  private static Map<String, Object> job(Pipeline run, JobReport report) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("run_id", run.runId());
    tree.put("job", report.job());
    tree.put("outcome", report.succeeded() ? "succeeded" : "failed");
    tree.put("exit_code", report.exitCode());
    tree.put("message", report.message());
    tree.put("seconds", report.seconds());
    tree.put("warnings", report.warnings());
    tree.put("tables", report.published().stream().map(Summary::table).toList());
    return tree;
  }

  private static Map<String, Object> table(Published published) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("table", published.table());
    tree.put("slice", published.slice().toString());
    tree.put("version", published.version());
    tree.put("rows", published.rows());
    tree.put("content_hash", published.contentHash());
    tree.put("seconds", published.seconds());
    return tree;
  }
}

package io.assay.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.assay.contracts.Table;
import io.assay.ingest.IngestJob;
import io.assay.job.Stage;
import io.assay.pipeline.Jobs;
import io.assay.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The jobs and what connects them.
 *
 * @param jobs in an order in which they can run
 * @param edges one for each job whose tables another reads
 */
record Plan(List<Step> jobs, List<Edge> edges) {

  /**
   * @param job job name
   * @param description what it is for
   * @param runsFor "crawl" or "day": what one execution handles
   * @param reads tables it reads
   * @param writes tables it replaces a slice of
   * @param settings sections of the settings that it reads
   */
  record Step(
      String job,
      String description,
      String runsFor,
      List<String> reads,
      List<String> writes,
      List<String> settings) {}

  /**
   * @param from job that writes
   * @param to job that reads
   * @param tables what one hands to the other
   */
  record Edge(String from, String to, List<String> tables) {}

  static Plan current() {
    List<Stage> all = Jobs.all();
    Map<Table, Stage> writers = Jobs.writers(all);
    List<Edge> edges = new ArrayList<>();
    for (Stage reader : all) {
      Map<String, List<String>> handed = new LinkedHashMap<>();
      for (Table table : reader.inputs()) {
        Stage writer = writers.get(table);
        if (writer != null && writer != reader) {
          handed.computeIfAbsent(writer.name(), name -> new ArrayList<>()).add(table.id());
        }
      }
      handed.forEach((writer, tables) -> edges.add(new Edge(writer, reader.name(), tables)));
    }
    return new Plan(all.stream().map(Plan::step).toList(), edges);
  }

  private static Step step(Stage job) {
    return new Step(
        job.name(),
        job.description(),
        job == IngestJob.STAGE ? "crawl" : "day",
        job.inputs().stream().map(Table::id).toList(),
        job.writes().stream().map(Table::id).toList(),
        job.settings().stream().map(Settings::name).toList());
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Step step : jobs) {
      text.append(step.job()).append(" (once a ").append(step.runsFor()).append("): ");
      text.append(step.description()).append('\n');
      text.append("  reads   ");
      text.append(step.reads().isEmpty() ? "crawl files" : String.join(", ", step.reads()));
      text.append("\n  writes  ").append(String.join(", ", step.writes()));
      text.append("\n  follows the settings ").append(String.join(", ", step.settings()));
      text.append("\n\n");
    }
    text.append("order:\n");
    for (Edge edge : edges) {
      text.append("  ").append(edge.from()).append(" -> ").append(edge.to()).append("  by ");
      text.append(String.join(", ", edge.tables())).append('\n');
    }
    return text.toString();
  }

  String json() {
    try {
      return JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .propertyNamingStrategy(
                  com.fasterxml.jackson.databind.PropertyNamingStrategies.SNAKE_CASE)
              .build()
              .writeValueAsString(this)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

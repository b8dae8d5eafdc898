package io.assay.pipeline;

import io.assay.contracts.Table;
import io.assay.ingest.IngestJob;
import io.assay.job.Stage;
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
public record Plan(List<Step> jobs, List<Edge> edges) {

  /**
   * @param job job name
   * @param description what it is for
   * @param runsFor "crawl" or "day": what one execution handles
   * @param reads tables it reads
   * @param writes tables it replaces a slice of
   * @param settings sections of the settings that it reads
   */
  public record Step(
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
  public record Edge(String from, String to, List<String> tables) {}

  public static Plan current() {
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
}

package io.assay.pipeline;

import io.assay.assessment.AssessmentJob;
import io.assay.clusters.ClustersJob;
import io.assay.conform.ConformJob;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.coordination.CoordinationJob;
import io.assay.engagement.EngagementJob;
import io.assay.evidence.EvidenceJob;
import io.assay.growth.GrowthJob;
import io.assay.ingest.IngestJob;
import io.assay.job.Job;
import io.assay.job.Stage;
import io.assay.signals.SignalsJob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The list of jobs, and the order that their tables impose on them. */
public final class Jobs {

  /** The jobs of a day. */
  public static final List<Job> DAILY =
      inOrder(
          List.of(
              ConformJob.JOB,
              EngagementJob.JOB,
              GrowthJob.JOB,
              SignalsJob.JOB,
              CoordinationJob.JOB,
              EvidenceJob.JOB,
              ClustersJob.JOB,
              AssessmentJob.JOB));

  private Jobs() {}

  /** Every stage, in an order in which they can run. */
  public static List<Stage> all() {
    List<Stage> all = new ArrayList<>(List.of(IngestJob.STAGE));
    DAILY.forEach(job -> all.add(job.stage()));
    return all;
  }

  /**
   * @throws UserError if no daily job has the name
   */
  public static Job daily(String name) {
    return DAILY.stream()
        .filter(j -> j.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "there is no job '" + name + "'",
                    "Choose one of "
                        + String.join(", ", DAILY.stream().map(Job::name).toList())
                        + "."));
  }

  /**
   * The jobs of a day that lead to some tables: those that write them, those whose tables these
   * read, and so on; in an order in which they can run.
   *
   * @param tables by layer and name; what no daily job writes takes none
   */
  public static List<Job> leadingTo(Collection<String> tables) {
    Map<Table, Stage> writers = writers(DAILY.stream().map(Job::stage).toList());
    Set<Stage> needed = new HashSet<>();
    List<Table> wanted = new ArrayList<>();
    writers.keySet().stream().filter(t -> tables.contains(t.id())).forEach(wanted::add);
    for (int i = 0; i < wanted.size(); i++) {
      Stage writer = writers.get(wanted.get(i));
      if (writer != null && needed.add(writer)) {
        wanted.addAll(writer.inputs());
      }
    }
    return DAILY.stream().filter(job -> needed.contains(job.stage())).toList();
  }

  /** Whether some job writes a table, by layer and name. */
  public static boolean isWritten(String table) {
    return all().stream()
        .flatMap(stage -> stage.writes().stream())
        .anyMatch(t -> t.id().equals(table));
  }

  /** The stage that writes each table. */
  public static Map<Table, Stage> writers(List<Stage> stages) {
    Map<Table, Stage> writers = new LinkedHashMap<>();
    for (Stage job : stages) {
      for (Table table : job.writes()) {
        Stage other = writers.put(table, job);
        if (other != null) {
          throw new IllegalStateException(
              table.id() + " is written by both " + other.name() + " and " + job.name());
        }
      }
    }
    return writers;
  }

  /**
   * The jobs so ordered that each comes after those whose tables it reads; otherwise as declared.
   */
  static List<Job> inOrder(List<Job> declared) {
    Map<Table, Stage> writers = writers(declared.stream().map(Job::stage).toList());
    List<Job> ordered = new ArrayList<>();
    List<Job> left = new ArrayList<>(declared);
    while (!left.isEmpty()) {
      Job next =
          left.stream()
              .filter(
                  job ->
                      job.stage().inputs().stream()
                          .map(writers::get)
                          .allMatch(
                              writer ->
                                  writer == null
                                      || writer == job.stage()
                                      || ordered.stream().anyMatch(o -> o.stage() == writer)))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "jobs wait for each other: " + left.stream().map(Job::name).toList()));
      ordered.add(next);
      left.remove(next);
    }
    return List.copyOf(ordered);
  }
}

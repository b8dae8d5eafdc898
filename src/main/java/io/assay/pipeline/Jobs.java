package io.assay.pipeline;

import io.assay.assessment.AssessmentJob;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

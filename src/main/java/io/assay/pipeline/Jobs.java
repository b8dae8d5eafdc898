package io.assay.pipeline;

import io.assay.conform.ConformJob;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.engagement.EngagementJob;
import io.assay.evidence.EvidenceJob;
import io.assay.growth.GrowthJob;
import io.assay.ingest.IngestJob;
import io.assay.job.Job;
import io.assay.signals.SignalsJob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list of jobs, and the order that their tables impose on them. */
public final class Jobs {

  /** Reads crawl files; runs once a delivery, the others once a day. */
  public static final Job INGEST =
      new Job(
          "ingest",
          "Reads one delivery of crawl files into bronze, refusing what cannot be used.",
          List.of(),
          IngestJob.WRITES,
          context -> {
            throw new IllegalStateException("ingest runs for a delivery, not for a day");
          });

  /** The jobs of a day. */
  public static final List<Job> DAILY =
      inOrder(
          List.of(
              new Job(
                  "conform",
                  "Makes one row per account, post, event and record out of what crawls delivered.",
                  List.of(),
                  ConformJob.READS,
                  ConformJob.WRITES,
                  ConformJob::run),
              new Job(
                  "engagement",
                  "Measures engagement by account and by follower band, beside what others claim.",
                  EngagementJob.READS,
                  EngagementJob.WRITES,
                  EngagementJob::run),
              new Job(
                  "growth",
                  "Measures how accounts grow: jumps, drops, evenness, and engagement beside them.",
                  GrowthJob.READS,
                  GrowthJob.WRITES,
                  GrowthJob::run),
              new Job(
                  "signals",
                  "Measures every signal of every account, and how each is distributed among peers.",
                  SignalsJob.READS,
                  SignalsJob.READS_IF_HELD,
                  SignalsJob.WRITES,
                  SignalsJob::run),
              new Job(
                  "evidence",
                  "Compares every account with its peers, by signal, family and kind of fraud.",
                  EvidenceJob.READS,
                  EvidenceJob.WRITES,
                  EvidenceJob::run)));

  private Jobs() {}

  /** Every job, in an order in which they can run. */
  public static List<Job> all() {
    List<Job> all = new ArrayList<>(List.of(INGEST));
    all.addAll(DAILY);
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

  /** The job that writes each table. */
  public static Map<Table, Job> writers(List<Job> jobs) {
    Map<Table, Job> writers = new LinkedHashMap<>();
    for (Job job : jobs) {
      for (Table table : job.writes()) {
        Job other = writers.put(table, job);
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
    Map<Table, Job> writers = writers(declared);
    List<Job> ordered = new ArrayList<>();
    List<Job> left = new ArrayList<>(declared);
    while (!left.isEmpty()) {
      Job next =
          left.stream()
              .filter(
                  job ->
                      job.inputs().stream()
                          .map(writers::get)
                          .allMatch(w -> w == null || w == job || ordered.contains(w)))
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

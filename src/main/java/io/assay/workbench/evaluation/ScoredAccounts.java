package io.assay.workbench.evaluation;

import io.assay.ingest.Mapping;
import io.assay.settings.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Whose accounts are scored: those of a lake, or of one that is made for the evaluation. */
public sealed interface ScoredAccounts {

  /**
   * Accounts of a lake that is there.
   *
   * @param location its folder; null where a table in files is evaluated without any
   * @param asOf day to evaluate; null for all that a table holds
   */
  record InLake(String location, LocalDate asOf) implements ScoredAccounts {}

  /**
   * Accounts of deliveries, which are loaded into a lake.
   *
   * @param asOf day of the deliveries, and the one to evaluate
   */
  record OfCrawls(List<String> paths, LocalDate asOf, Making making) implements ScoredAccounts {}

  /**
   * Accounts of a world, of which a crawl is made and loaded into a lake.
   *
   * @param file the world's file
   * @param accounts how many; null for as many as the file says
   * @param seed another seed, another crawl
   */
  record OfWorld(Path file, Long accounts, long seed, Making making) implements ScoredAccounts {}

  /**
   * How a lake is made.
   *
   * @param settings of the jobs
   * @param mapping format of the deliveries; null for the canonical one
   * @param crawledAt when records were seen that do not say so; null if they all do
   * @param work folder in which what was made is kept; null if it is removed afterwards
   */
  record Making(Settings settings, Mapping mapping, Instant crawledAt, String work) {}
}

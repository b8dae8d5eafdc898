package io.assay.contracts;

import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.assay.contracts.Table.Layer;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** What ran, what it read and wrote, what it refused and what it found wrong. */
public final class OpsTables {

  private static final StructType INPUT =
      new StructType()
          .add("name", StringType)
          .add("bytes", LongType)
          .add("version", LongType)
          .add("rows", LongType);

  private static final StructType OUTPUT =
      new StructType()
          .add("name", StringType)
          .add("version", LongType)
          .add("rows", LongType)
          .add("content_hash", StringType);

  private static final StructType LOST_VALUE =
      new StructType().add("field", StringType).add("reason", StringType).add("records", LongType);

  public static final Table RUN =
      new Table(
          Layer.OPS,
          "run",
          "One row per job of every run, also of runs that failed.",
          List.of(
              required("run_id", StringType, "one command's run; its jobs share it"),
              required("job", StringType, "job name, see `assay plan`"),
              optional("as_of", DateType, "day the job was run for; null for ingest"),
              optional("crawl_id", StringType, "delivery the job read; only ingest"),
              optional("crawl_date", DateType, "day of that delivery; only ingest"),
              required("started_at", TimestampType, "start").in("UTC"),
              required("seconds", DoubleType, "duration").in("s"),
              required("outcome", StringType, "succeeded or failed"),
              required("exit_code", LongType, "0 done, 1 unexpected, 2 caller, 3 gate, 4 locked"),
              optional("message", StringType, "why it failed"),
              required("code_version", StringType, "version of the application"),
              required(
                  "settings_hash",
                  StringType,
                  "SHA-256 of what the job reads of the settings; of all for job run"),
              required("inputs", createArrayType(INPUT), "files with sizes, tables with versions"),
              required("outputs", createArrayType(OUTPUT), "tables published by the job")),
          List.of("run_id", "job"),
          List.of(),
          List.of());

  public static final Table PUBLICATION =
      new Table(
          Layer.OPS,
          "publication",
          "Which version of which table was published by which job of which run, for which day. A run"
              + " that finds an earlier version still right names that one. A change by another"
              + " program has the slice unknown, and maintenance that leaves the rows as they are the"
              + " slice none; both have their operation as job.",
          List.of(
              required("run_id", StringType, "see ops.run"),
              required("job", StringType, "job that published it"),
              required("table_name", StringType, "layer and table"),
              required("slice", StringType, "what was replaced, e.g. as_of=2026-10-31"),
              optional("as_of", DateType, "day it belongs to; null for a crawl").in("UTC day"),
              required("version", LongType, "the table's Delta version"),
              required("rows", LongType, "rows in the slice").in("rows"),
              required("content_hash", StringType, "hash of the slice, run_id left out"),
              required("published_at", TimestampType, "when").in("UTC"),
              optional(
                  "inputs_hash",
                  StringType,
                  "hash of the files and settings it was made of; null where no later run asks")),
          List.of("run_id", "job", "table_name", "slice"),
          List.of(),
          List.of());

  public static final Table QUALITY_CHECK =
      new Table(
          Layer.OPS,
          "quality_check",
          "Every check of every publication that was tried, passed or failed.",
          List.of(
              required("run_id", StringType, "see ops.run"),
              required("job", StringType, "job that checked"),
              required("table_name", StringType, "layer and table"),
              required("slice", StringType, "what was to be replaced"),
              required("check_name", StringType, "name of the check"),
              required("severity", StringType, "FAIL stops the publication, WARN is recorded"),
              required("passed", BooleanType, "whether no row violates it"),
              required("violations", LongType, "rows that violate it").in("rows"),
              required("rows", LongType, "rows checked").in("rows"),
              required(
                      "hint",
                      StringType,
                      "what a violation usually means, with examples where it has them")
                  .identifiesPerson(),
              required("checked_at", TimestampType, "when").in("UTC")),
          List.of(),
          List.of(),
          List.of());

  public static final Table INGEST_ACCOUNTING =
      new Table(
          Layer.OPS,
          "ingest_accounting",
          "What became of the records of each feed of each crawl.",
          List.of(
              required("run_id", StringType, "see ops.run"),
              required("crawl_id", StringType, "the delivery"),
              required("crawl_date", DateType, "its day").in("UTC day"),
              required("feed", StringType, "feed name"),
              required("records", LongType, "accepted + duplicates + quarantined").in("records"),
              required("accepted", LongType, "fit for bronze; there if published").in("records"),
              required("duplicates", LongType, "lost to a better record of the same key")
                  .in("records"),
              required("quarantined", LongType, "refused; the sum of ops.quarantine's records")
                  .in("records"),
              required("unknown_fields", LongType, "values under names the feed does not have")
                  .in("values"),
              required("published", BooleanType, "false where the gate stopped the crawl"),
              optional(
                      "conflicts",
                      LongType,
                      "those of the duplicates that say another author, text or handle than the"
                          + " record that was kept")
                  .in("records"),
              optional(
                  "lost_values",
                  createArrayType(LOST_VALUE),
                  "optional fields whose value could not be and is null in so many records that are"
                      + " used, by reason")),
          List.of("run_id", "feed"),
          List.of(),
          List.of());

  public static final Table STALE_DAY =
      new Table(
          Layer.OPS,
          "stale_day",
          "Days whose results were made before a delivery that they should hold. A day is stale"
              + " while its last mark is later than the start of its last successful conform.",
          List.of(
              required("as_of", DateType, "the day whose results are out of date").in("UTC day"),
              required("crawl_id", StringType, "the delivery that came or was replaced later"),
              required("crawl_date", DateType, "day of that delivery").in("UTC day"),
              required("run_id", StringType, "ingest that marked it, see ops.run"),
              required("marked_at", TimestampType, "when").in("UTC")),
          List.of(),
          List.of(),
          List.of());

  public static final Table QUARANTINE =
      new Table(
          Layer.OPS,
          "quarantine",
          "Records and files that were refused, with the reason. Replaced with their crawl.",
          List.of(
              required("feed", StringType, "feed the record was meant for"),
              required("reason", StringType, "why it was refused; the first reason found"),
              optional("field", StringType, "column at fault"),
              required("source_file", StringType, "file within the delivery"),
              optional("record", StringType, "the record as JSON, truncated").identifiesPerson(),
              required(
                      "records",
                      LongType,
                      "records it stands for: 1; of a file, document or array that cannot be read an"
                          + " estimate from its size")
                  .in("records"),
              required("run_id", StringType, "see ops.run"),
              required("crawl_id", StringType, "the delivery"),
              required("crawl_date", DateType, "its day").in("UTC day")),
          List.of(),
          List.of("crawl_id", "crawl_date"),
          List.of());

  private OpsTables() {}
}

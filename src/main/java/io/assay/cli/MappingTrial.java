package io.assay.cli;

import io.assay.cli.text.MappingReport;
import io.assay.cli.text.Texts;
import io.assay.ingest.Crawl;
import io.assay.ingest.CrawlFiles;
import io.assay.ingest.FeedCheck;
import io.assay.ingest.Mapping;
import io.assay.ingest.MappingCheck;
import io.assay.settings.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Shows what a mapping makes of a sample. */
final class MappingTrial {
  private static final int ROWS = 10;
  private static final String CRAWL_ID = "sample";

  private MappingTrial() {}

  /** Prints every feed of the mapping; what is not said about the delivery is as of today. */
  static String run(Invocation call) {
    String file = Invocation.notBlank("--check-mapping", call.text("check_mapping"));
    Crawl crawl = crawl(call, Mapping.load(Path.of(file)));
    Settings settings = call.settings();
    try (CrawlFiles here = Delivery.files(crawl, settings.ingest()).orElse(null)) {
      return run(call, crawl, settings, here);
    }
  }

  /**
   * @param here its files, where they could be listed without Spark
   */
  private static String run(Invocation call, Crawl crawl, Settings settings, CrawlFiles here) {
    try (SparkRun run = SparkRun.open(call);
        CrawlFiles files =
            here != null ? here : CrawlFiles.of(run.spark(), crawl, settings.ingest())) {
      List<FeedCheck> checks = MappingCheck.run(run.spark(), crawl, files, settings.ingest(), ROWS);
      MappingReport report = new MappingReport(call.out(), settings.ingest());
      call.out().println("delivered on " + crawl.date() + "; " + seen(call, crawl) + "\n");
      checks.forEach(report::print);
      MappingReport.unread(call.out(), files.unread());
      files.missing(crawl.mapping()).forEach(m -> call.out().println("an ingest would stop: " + m));
      long refused = checks.stream().mapToLong(FeedCheck::quarantined).sum();
      return "checked "
          + crawl.mapping().file()
          + ", "
          + Texts.counted(refused, "record")
          + " would be quarantined; nothing was written.";
    }
  }

  private static Crawl crawl(Invocation call, Mapping mapping) {
    String id = call.text("crawl_id") == null ? CRAWL_ID : call.text("crawl_id");
    String day = call.text("crawl_date");
    LocalDate date = day == null ? LocalDate.now(ZoneOffset.UTC) : Dates.day("--crawl-date", day);
    String seen = call.text("crawled_at");
    Instant dayEnd = date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
    Instant crawledAt =
        seen != null ? Dates.moment("--crawled-at", seen) : saysWhenSeen(mapping) ? null : dayEnd;
    return new Crawl(
        Invocation.notBlank("--sample", call.text("sample")), id, date, mapping, crawledAt);
  }

  private static boolean saysWhenSeen(Mapping mapping) {
    return mapping.sources().stream().anyMatch(s -> s.columns().containsKey("crawled_at"));
  }

  /** What becomes of records that do not say when they were seen, here and in an ingest. */
  private static String seen(Invocation call, Crawl crawl) {
    if (crawl.crawledAt() == null) {
      return "records that do not say when they were seen are refused, as by an ingest without"
          + " --crawled-at";
    }
    return "where records do not say when they were seen, "
        + crawl.crawledAt()
        + " is taken"
        + (call.text("crawled_at") == null ? "; an ingest needs --crawled-at" : "");
  }
}

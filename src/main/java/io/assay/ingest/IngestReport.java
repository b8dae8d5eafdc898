package io.assay.ingest;

import io.assay.job.Progress;
import io.assay.job.Replaced;
import io.assay.job.Slice;
import io.assay.job.StagedSlice;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a person who waits for an ingest should know beside what it publishes. */
final class IngestReport {
  private final Progress progress;
  private final String job;
  private final Set<String> noted = new HashSet<>();

  IngestReport(Progress progress, String job) {
    this.progress = progress;
    this.job = job;
  }

  void accounting(List<Accounting> accounts) {
    for (Accounting a : accounts) {
      say("%s", a);
      a.lost().forEach(value -> say("%s", value.of(a.feed(), a.usable())));
      if (a.conflicts() > 0) {
        say(
            "%s: %,d of the duplicates differ from the record that is kept in %s; see duplicates_agree"
                + " in ops.quality_check",
            a.feed().name(), a.conflicts(), String.join(" or ", a.feed().tellsApart()));
      }
    }
  }

  /** Files of the delivery that are not read, and sources of the mapping that read none. */
  void unread(CrawlFiles files, Mapping mapping) {
    if (!files.unread().isEmpty()) {
      say(
          "files of the delivery that are not read: %s; --dry-run lists them",
          files.unreadWritten());
    }
    if (!files.idle(mapping).isEmpty()) {
      say("no file of the delivery is read by %s", String.join(", ", files.idle(mapping)));
    }
  }

  /** Two deliveries of one name and day are one that was mended, or a name that was taken twice. */
  void replaced(Slice crawl, Map<String, Replaced> before, List<StagedSlice> staged) {
    for (StagedSlice write : staged) {
      Replaced held = before.get(write.table().id());
      if (held != null && !held.contentHash().equals(write.contentHash())) {
        say(
            "%s held %,d rows of %s from run %s; %,d take their place",
            write.table().id(), held.rows(), crawl, held.runId(), write.rows());
      }
    }
  }

  /** Days whose results do not hold the delivery. */
  void stale(List<LocalDate> days) {
    if (!days.isEmpty()) {
      LocalDate first = days.get(0);
      LocalDate last = days.get(days.size() - 1);
      boolean one = days.size() == 1;
      say(
          "%s made without this delivery; `assay run --from %s --to %s` makes %s again",
          one ? first + " was" : days.size() + " days from " + first + " to " + last + " were",
          first,
          last,
          one ? "it" : "them");
    }
  }

  /** Said once, however often the file is read. */
  void note(String note) {
    if (noted.add(note)) {
      say("%s", note);
    }
  }

  private void say(String format, Object... values) {
    progress.started(job, String.format(Locale.ROOT, format, values));
  }
}

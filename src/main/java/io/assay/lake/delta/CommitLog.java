package io.assay.lake.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What the commits of a table say of themselves, read from the files of its log without Spark.
 * Delta keeps no such word in checkpoints and removes old files of the log behind them.
 */
public final class CommitLog {
  /** Less than any version. */
  public static final long NONE = -1;

  private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");
  private static final Pattern ANY = Pattern.compile("(\\d{20})\\.(json|checkpoint\\..*parquet)");
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A commit.
   *
   * @param operation by Delta's name, such as WRITE
   * @param userMetadata what its writer said; null for nothing
   * @param at when it was made, milliseconds since 1970; stays when a lake is copied
   * @param visibleAt when its file was written, milliseconds since 1970
   */
  public record Commit(
      long version, String operation, String userMetadata, long at, long visibleAt) {}

  private final FileSystem files;
  private final Path log;

  /**
   * @param table folder of the table
   */
  public CommitLog(FileSystem files, String table) {
    this.files = files;
    this.log = new Path(table, "_delta_log");
  }

  /** The newest version, {@link #NONE} for a table without a commit; one listing. */
  public long newest() {
    return matching(ANY).stream().mapToLong(v -> v).max().orElse(NONE);
  }

  /** Versions whose commits the log still has, in order; one listing. */
  public List<Long> versions() {
    return matching(COMMIT);
  }

  private List<Long> matching(Pattern pattern) {
    try {
      return Arrays.stream(files.listStatus(log))
          .map(file -> pattern.matcher(file.getPath().getName()))
          .filter(Matcher::matches)
          .map(name -> Long.valueOf(name.group(1)))
          .sorted()
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("the log of " + log.getParent() + " cannot be listed", e);
    }
  }

  /** A commit, if the log still has it. */
  public Optional<Commit> commit(long version) {
    Path file = new Path(log, String.format("%020d.json", version));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(files.open(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("{\"commitInfo\"")) {
          JsonNode info = JSON.readTree(line).get("commitInfo");
          return Optional.of(
              new Commit(
                  version,
                  info.path("operation").asText(""),
                  info.hasNonNull("userMetadata") ? info.get("userMetadata").asText() : null,
                  info.path("timestamp").asLong(),
                  files.getFileStatus(file).getModificationTime()));
        }
      }
      return Optional.of(
          new Commit(version, "", null, 0, files.getFileStatus(file).getModificationTime()));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("commit " + file + " cannot be read", e);
    }
  }
}

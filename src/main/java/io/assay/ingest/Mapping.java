package io.assay.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.contracts.Field;
import io.assay.contracts.UserError;
import io.assay.settings.Problem;
import io.assay.settings.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How another crawler's format becomes feeds: read options and one Spark SQL expression a column.
 * Expressions come from the operator and are trusted; the data they meet is not.
 *
 * @param file where it was read from, for messages
 * @param format format of the files
 * @param options Spark's read options
 * @param feeds the feeds that every source record yields
 */
public record Mapping(
    String file, Format format, Map<String, String> options, List<MappedFeed> feeds) {

  /**
   * @param feed the feed
   * @param where SQL condition that chooses source records; null for all
   * @param columns the feed's column to its SQL expression over the source's columns
   */
  public record MappedFeed(Feed feed, String where, Map<String, String> columns) {}

  /**
   * @throws UserError naming every mistake in the file at once
   */
  public static Mapping load(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "mapping file " + file + " does not exist", "Check the path given with --mapping.");
    }
    JsonNode tree;
    try {
      tree = new YAMLMapper().readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new UserError(
          "mapping file " + file + " is not YAML: " + e.getOriginalMessage(),
          "Write it like the files in conf/sources.",
          e);
    } catch (IOException e) {
      throw new UserError(
          "mapping file " + file + " cannot be read: " + e.getMessage(),
          "It must be readable UTF-8 text.",
          e);
    }
    List<Problem> problems = new ArrayList<>();
    Mapping mapping = read(file.toString(), new Section("", tree, problems));
    if (!problems.isEmpty()) {
      StringBuilder list =
          new StringBuilder("mapping file " + file + " has " + problems.size() + " problem(s):");
      problems.forEach(p -> list.append("\n  ").append(p));
      throw new UserError(list.toString(), "Correct these keys; conf/sources has examples.");
    }
    return mapping;
  }

  private static Mapping read(String file, Section root) {
    Format format =
        Format.valueOf(root.oneOf("format", Format.names()).toUpperCase(java.util.Locale.ROOT));
    Map<String, String> options = root.has("options") ? root.section("options").texts() : Map.of();
    Section feeds = root.section("feeds");
    List<MappedFeed> mapped = new ArrayList<>();
    for (Feed feed : Feeds.ALL) {
      if (feeds.has(feed.name())) {
        mapped.add(feed(feed, feeds.section(feed.name())));
      }
    }
    feeds.end();
    root.end();
    if (mapped.isEmpty()) {
      root.problem("feeds", "no feed", "one of " + Feeds.ALL.stream().map(Feed::name).toList());
    }
    return new Mapping(file, format, options, mapped);
  }

  private static MappedFeed feed(Feed feed, Section section) {
    String where = section.has("where") ? section.text("where") : null;
    Section columns = section.section("columns");
    Map<String, String> expressions = new LinkedHashMap<>();
    for (Field field : feed.fields()) {
      if (columns.has(field.name())) {
        expressions.put(field.name(), columns.text(field.name()));
      } else if (field.required() && !field.name().equals("crawled_at")) {
        columns.problem(field.name(), "missing", "an SQL expression; the column is required");
      }
    }
    columns.end();
    section.end();
    return new MappedFeed(feed, where, expressions);
  }
}

package io.assay.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.GlobPattern;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Reads a mapping file and finds every mistake that shows without the data. */
final class MappingFile {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private MappingFile() {}

  static Mapping load(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "mapping file " + file + " does not exist", "Check the path given with --mapping.");
    }
    List<Problem> problems = new ArrayList<>();
    Mapping mapping = read(file.toString(), new Section("", tree(file), problems));
    if (!problems.isEmpty()) {
      StringBuilder list =
          new StringBuilder("mapping file " + file + " has " + problems.size() + " problem(s):");
      problems.forEach(p -> list.append("\n  ").append(p));
      throw new UserError(list.toString(), "Correct these keys; conf/sources has examples.");
    }
    return mapping;
  }

  private static JsonNode tree(Path file) {
    try {
      return YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build()
          .readTree(Files.readString(file));
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
  }

  private static Mapping read(String file, Section root) {
    Format format = Format.valueOf(root.oneOf("format", Format.names()).toUpperCase(Locale.ROOT));
    Map<String, String> options =
        root.has("options")
            ? SourceOptions.read(root.section("options"), format)
            : SourceOptions.none();
    Notation notation = Notation.read(root);
    List<String> nulls = nulls(root);
    Section feeds = root.section("feeds");
    List<Mapping.Source> sources = new ArrayList<>();
    for (Feed feed : Feeds.ALL) {
      if (feeds.hasList(feed.name())) {
        List<Section> listed = feeds.sections(feed.name());
        for (int i = 0; i < listed.size(); i++) {
          sources.add(source(feed, feed.name() + "[" + i + "]", format, nulls, listed.get(i)));
        }
      } else if (feeds.has(feed.name())) {
        sources.add(source(feed, feed.name(), format, nulls, feeds.section(feed.name())));
      }
    }
    feeds.end();
    root.end();
    if (sources.isEmpty()) {
      root.problem("feeds", "no feed", "one of " + Feeds.ALL.stream().map(Feed::name).toList());
    }
    return new Mapping(file, format, options, notation, sources);
  }

  /** Texts that mean that there is no value, of all sources or of one. */
  private static List<String> nulls(Section section) {
    return section.has("nulls")
        ? section.words("nulls").stream().map(String::strip).toList()
        : List.of();
  }

  /**
   * @param nulls texts that mean in all sources that there is no value
   */
  private static Mapping.Source source(
      Feed feed, String name, Format format, List<String> nulls, Section section) {
    String files = section.has("files") ? glob(section) : null;
    StructType schema = section.has("schema") ? schema(section, format) : null;
    Map<String, String> explode = section.has("explode") ? explode(section) : Map.of();
    String where = section.has("where") ? section.text("where") : null;
    Section columns = section.section("columns");
    Map<String, String> expressions = new LinkedHashMap<>();
    for (Field field : feed.fields()) {
      if (columns.has(field.name())) {
        String sql = columns.text(field.name());
        ZonePatterns.refuse(columns, field.name(), sql);
        expressions.put(field.name(), sql);
      } else if (field.required() && !field.name().equals("crawled_at")) {
        columns.problem(field.name(), "missing", "an SQL expression; the column is required");
      }
    }
    columns.end();
    List<String> all = new ArrayList<>(nulls);
    all.addAll(nulls(section));
    boolean optional = section.has("optional") && section.flag("optional");
    section.end();
    return new Mapping.Source(
        feed, name, files, schema, explode, where, expressions, List.copyOf(all), optional);
  }

  private static String glob(Section section) {
    String glob = section.text("files");
    try {
      new GlobPattern(glob);
    } catch (RuntimeException e) { // of a pattern library that Hadoop may shade
      section.problem("files", glob, "a glob such as users-*.json; " + SqlErrors.reason(e));
      return null;
    }
    return glob;
  }

  private static StructType schema(Section section, Format format) {
    String ddl = section.text("schema");
    StructType schema = new StructType();
    try {
      schema = StructType.fromDDL(ddl);
    } catch (Exception e) { // Spark throws ParseException, which Scala does not declare
      section.problem("schema", ddl.strip(), "columns as in CREATE TABLE; " + SqlErrors.reason(e));
      return schema;
    }
    boolean texts =
        Arrays.stream(schema.fields()).allMatch(f -> f.dataType().equals(DataTypes.StringType));
    if (format == Format.CSV && !texts) {
      section.problem(
          "schema", ddl.strip(), "STRING for every column of CSV; cast in the expressions");
    }
    return schema;
  }

  private static Map<String, String> explode(Section section) {
    Section names = section.section("explode");
    Map<String, String> arrays = new LinkedHashMap<>();
    for (String name : names.names()) {
      if (!NAME.matcher(name).matches()) {
        names.problem(name, "not a name", "letters, digits and underscores");
      }
      arrays.put(name, names.text(name));
    }
    names.end();
    return arrays;
  }
}

package io.assay.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.assay.contracts.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads the settings: the shipped {@code conf/assay.yaml}, then each file given, then each {@code
 * key=value}; later wins, key by key. Lists are replaced whole and null removes a key.
 */
public final class SettingsLoader {
  /** A key that stands twice in a file is a mistake, whichever of the two was meant. */
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final ObjectMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private static final String SHIPPED = "conf/assay.yaml";

  private SettingsLoader() {}

  /**
   * @param files settings files, later wins
   * @param assignments {@code dotted.key=value}, read as YAML values, later wins
   * @throws UserError naming every mistake at once
   */
  public static Settings load(List<Path> files, List<String> assignments) {
    List<Problem> problems = new ArrayList<>();
    ObjectNode tree = shipped();
    for (Path file : files) {
      merge(tree, parse(file));
    }
    for (String assignment : assignments) {
      assign(tree, assignment, problems);
    }
    Settings settings = Settings.read(new Section("", tree, problems), hash(tree));
    if (!problems.isEmpty()) {
      StringBuilder list = new StringBuilder("settings have " + problems.size() + " problem(s):");
      problems.forEach(p -> list.append("\n  ").append(p));
      throw new UserError(
          list.toString(),
          "Correct these keys in "
              + (files.isEmpty()
                  ? "--set"
                  : String.join(", ", files.stream().map(Path::toString).toList()))
              + "; conf/assay.yaml explains every key.");
    }
    return settings;
  }

  /** The file in the launcher's folder, so that an edit counts at once; else the jar's. */
  private static ObjectNode shipped() {
    String home = System.getProperty("assay.home");
    if (home != null && Files.isRegularFile(Path.of(home, SHIPPED))) {
      return parse(Path.of(home, SHIPPED));
    }
    try (InputStream in = SettingsLoader.class.getResourceAsStream("/" + SHIPPED)) {
      return (ObjectNode) YAML.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException("the shipped conf/assay.yaml cannot be read", e);
    }
  }

  private static ObjectNode parse(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "settings file " + file + " does not exist", "Check the path given with --conf.");
    }
    try {
      JsonNode read = YAML.readTree(Files.readString(file));
      if (read == null || read.isMissingNode() || read.isNull()) {
        return YAML.createObjectNode();
      }
      if (read instanceof ObjectNode object) {
        return object;
      }
      throw new UserError(
          "settings file " + file + " holds no mapping of keys to values",
          "Write it like conf/assay.yaml.");
    } catch (JsonProcessingException e) {
      throw new UserError(
          "settings file " + file + " is not YAML: " + e.getOriginalMessage(),
          "Mend the file near line "
              + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
              + ".",
          e);
    } catch (IOException e) {
      throw new UserError(
          "settings file " + file + " cannot be read: " + e.getMessage(),
          "It must be readable UTF-8 text.",
          e);
    }
  }

  private static void merge(ObjectNode into, ObjectNode from) {
    from.properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              if (value.isNull()) {
                into.remove(entry.getKey());
              } else if (value instanceof ObjectNode object
                  && into.get(entry.getKey()) instanceof ObjectNode existing) {
                merge(existing, object);
              } else {
                into.set(entry.getKey(), value);
              }
            });
  }

  private static void assign(ObjectNode tree, String assignment, List<Problem> problems) {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      problems.add(new Problem("--set", assignment, "key=value, e.g. engagement.min_posts=5"));
      return;
    }
    String[] keys = assignment.substring(0, equals).strip().split("\\.");
    try {
      JsonNode value = YAML.readTree(assignment.substring(equals + 1));
      ObjectNode overlay = YAML.createObjectNode();
      ObjectNode at = overlay;
      for (int i = 0; i < keys.length - 1; i++) {
        at = at.putObject(keys[i]);
      }
      at.set(keys[keys.length - 1], value);
      merge(tree, overlay);
    } catch (JsonProcessingException e) {
      problems.add(new Problem(String.join(".", keys), assignment, "a YAML value"));
    }
  }

  private static String hash(ObjectNode tree) {
    try {
      Object plain = CANONICAL.treeToValue(tree, Object.class);
      byte[] text = CANONICAL.writeValueAsString(plain).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.assay.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.assay.contracts.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * YAML files of one kind: a shipped one with every key, and a user's that overlay it.
 *
 * @param kind what to call such a file in a message
 * @param option the option that names it
 * @param shipped the shipped file's path, below the launcher's folder and in the jar
 */
public record YamlFiles(String kind, String option, String shipped) {

  /** A key that stands twice in a file is a mistake, whichever of the two was meant. */
  static final ObjectMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** The file in the launcher's folder, so that an edit counts at once; else the jar's. */
  public ObjectNode shippedTree() {
    String home = System.getProperty("assay.home");
    if (home != null && Files.isRegularFile(Path.of(home, shipped))) {
      return parse(Path.of(home, shipped));
    }
    try (InputStream in = YamlFiles.class.getResourceAsStream("/" + shipped)) {
      return (ObjectNode) YAML.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException("the shipped " + shipped + " cannot be read", e);
    }
  }

  /**
   * A file's mapping of keys to values; an empty file's is empty.
   *
   * @throws UserError if it is missing, unreadable, no YAML or no mapping
   */
  public ObjectNode parse(Path file) {
    String named = kind + " " + file;
    if (!Files.isRegularFile(file)) {
      throw new UserError(named + " does not exist", "Check the path given with " + option + ".");
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
          named + " holds no mapping of keys to values", "Write it like " + shipped + ".");
    } catch (JsonProcessingException e) {
      throw new UserError(
          named + " is not YAML: " + e.getOriginalMessage(),
          "Mend the file near line "
              + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
              + ".",
          e);
    } catch (IOException e) {
      throw new UserError(
          named + " cannot be read: " + e.getMessage(), "It must be readable UTF-8 text.", e);
    }
  }

  /** Overlays a tree key by key: lists are replaced whole, null removes a key. */
  public static void merge(ObjectNode into, ObjectNode from) {
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
}

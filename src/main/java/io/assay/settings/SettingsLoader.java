package io.assay.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.UserError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Reads the settings: the shipped {@code conf/assay.yaml}, then each file given, then each {@code
 * key=value}; later wins, key by key. Lists are replaced whole and null removes a key.
 */
public final class SettingsLoader {
  private static final ObjectMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private static final YamlFiles FILES =
      new YamlFiles("settings file", "--conf", "conf/assay.yaml");

  private SettingsLoader() {}

  /**
   * @param files settings files, later wins
   * @param assignments {@code dotted.key=value}, read as YAML values, later wins
   * @throws UserError naming every mistake at once
   */
  public static Settings load(List<Path> files, List<String> assignments) {
    List<Problem> problems = new ArrayList<>();
    ObjectNode tree = FILES.shippedTree();
    for (Path file : files) {
      YamlFiles.merge(tree, FILES.parse(file));
    }
    for (String assignment : assignments) {
      assign(tree, assignment, problems);
    }
    Settings settings = Settings.read(new Section("", tree, problems), hashes(tree));
    if (!problems.isEmpty()) {
      throw new UserError(
          Problem.list("settings have", problems),
          "Correct these keys in "
              + (files.isEmpty()
                  ? "--set"
                  : String.join(", ", files.stream().map(Path::toString).toList()))
              + "; conf/assay.yaml explains every key.");
    }
    return settings;
  }

  private static void assign(ObjectNode tree, String assignment, List<Problem> problems) {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      problems.add(new Problem("--set", assignment, "key=value, e.g. engagement.min_posts=5"));
      return;
    }
    String[] keys = assignment.substring(0, equals).strip().split("\\.");
    try {
      JsonNode value = YamlFiles.YAML.readTree(assignment.substring(equals + 1));
      ObjectNode overlay = YamlFiles.YAML.createObjectNode();
      ObjectNode at = overlay;
      for (int i = 0; i < keys.length - 1; i++) {
        at = at.putObject(keys[i]);
      }
      at.set(keys[keys.length - 1], value);
      YamlFiles.merge(tree, overlay);
    } catch (JsonProcessingException e) {
      problems.add(new Problem(String.join(".", keys), assignment, "a YAML value"));
    }
  }

  private static Map<Class<? extends Record>, String> hashes(ObjectNode tree) {
    Map<Class<? extends Record>, String> hashes = new HashMap<>();
    for (Class<? extends Record> section : Settings.SECTIONS) {
      hashes.put(section, hash(tree.path(Settings.name(section))));
    }
    return hashes;
  }

  private static String hash(JsonNode tree) {
    try {
      Object plain = CANONICAL.treeToValue(tree, Object.class);
      return sha256(CANONICAL.writeValueAsString(plain).getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String sha256(byte[] text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

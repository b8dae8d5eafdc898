package io.assay.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One mapping of the settings tree, read key by key. A wrong value is noted as a {@link Problem}
 * and a harmless stand-in is returned, so that one reading finds every mistake; {@link #end} notes
 * the keys that nobody asked for.
 */
public final class Section {
  private final String path;
  private final JsonNode node;
  private final List<Problem> problems;
  private final Set<String> asked = new LinkedHashSet<>();

  public Section(String path, JsonNode node, List<Problem> problems) {
    this.path = path;
    this.node = node;
    this.problems = problems;
    if (!node.isObject()) {
      problem(path.isEmpty() ? "(file)" : path, node, "a mapping of keys to values");
    }
  }

  /** A whole number in {@code [min, max]}. */
  public long integer(String key, long min, long max) {
    JsonNode value = ask(key);
    if (value.canConvertToLong() && value.isIntegralNumber()) {
      long found = value.longValue();
      if (found >= min && found <= max) {
        return found;
      }
    }
    problem(at(key), value, "a whole number from " + min + " to " + max);
    return min;
  }

  /** A finite number in {@code [min, max]}. */
  public double decimal(String key, double min, double max) {
    JsonNode value = ask(key);
    if (value.isNumber() && value.doubleValue() >= min && value.doubleValue() <= max) {
      return value.doubleValue();
    }
    problem(at(key), value, "a number from " + min + " to " + max);
    return min;
  }

  /** Two finite numbers in {@code [min, max]}, the first not above the second. */
  public double[] span(String key, double min, double max) {
    JsonNode value = ask(key);
    if (value.isArray()
        && value.size() == 2
        && value.get(0).isNumber()
        && value.get(1).isNumber()) {
      double low = value.get(0).doubleValue();
      double high = value.get(1).doubleValue();
      if (low >= min && high <= max && low <= high) {
        return new double[] {low, high};
      }
    }
    problem(
        at(key), value, "a list of two rising numbers, [low, high], from " + min + " to " + max);
    return new double[] {min, min};
  }

  public boolean flag(String key) {
    JsonNode value = ask(key);
    if (!value.isBoolean()) {
      problem(at(key), value, "true or false");
    }
    return value.asBoolean();
  }

  /** A text that is not blank. */
  public String text(String key) {
    JsonNode value = ask(key);
    if (!value.isTextual() || value.textValue().isBlank()) {
      problem(at(key), value, "a text");
      return "";
    }
    return value.textValue();
  }

  /** A list of texts that are not blank. */
  public List<String> words(String key) {
    JsonNode value = ask(key);
    List<String> words = new ArrayList<>();
    value.forEach(word -> words.add(word.isTextual() ? word.textValue() : ""));
    if (!value.isArray() || words.stream().anyMatch(String::isBlank)) {
      problem(at(key), value, "a list of texts, in quotes");
      return List.of();
    }
    return words;
  }

  /** One of the given words. */
  public String oneOf(String key, List<String> words) {
    JsonNode value = ask(key);
    if (!value.isTextual() || !words.contains(value.textValue())) {
      problem(at(key), value, "one of " + String.join(", ", words));
      return words.get(0);
    }
    return value.textValue();
  }

  /** Whether the key is there and not null; asking makes the key a known one. */
  public boolean has(String key) {
    return !ask(key).isMissingNode() && !node.get(key).isNull();
  }

  /** Whether the key is there and holds a list; asking makes the key a known one. */
  public boolean hasList(String key) {
    return ask(key).isArray();
  }

  /** A nested mapping. */
  public Section section(String key) {
    return new Section(at(key), ask(key), problems);
  }

  /** A list of mappings. */
  public List<Section> sections(String key) {
    JsonNode value = ask(key);
    List<Section> found = new ArrayList<>();
    if (!value.isArray()) {
      problem(at(key), value, "a list");
      return found;
    }
    for (int i = 0; i < value.size(); i++) {
      found.add(new Section(at(key) + "[" + i + "]", value.get(i), problems));
    }
    return found;
  }

  /** The keys that stand here, for mappings whose keys are names the user chooses. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** A mapping of names the user chooses to texts. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : names()) {
      JsonNode value = ask(name);
      if (value.isValueNode() && !value.isNull()) {
        texts.put(name, value.asText());
      } else {
        problem(at(name), value, "a text, number or true/false");
      }
    }
    return texts;
  }

  /** A record of the section's values, by the names of its components; reads to the end. */
  public <R extends Record> R bind(Class<R> type) {
    return Binder.bind(this, type);
  }

  /** Notes a mistake that concerns several keys. */
  public void problem(String key, String value, String allowed) {
    problems.add(new Problem(at(key), value, allowed));
  }

  /** To be called when all keys have been asked for. */
  public void end() {
    for (String name : names()) {
      if (!asked.contains(name)) {
        problems.add(
            new Problem(
                at(name), "unknown key", "one of " + String.join(", ", new TreeSet<>(asked))));
      }
    }
  }

  private JsonNode ask(String key) {
    asked.add(key);
    JsonNode value = node.get(key);
    return value == null ? MissingNode.getInstance() : value;
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private void problem(String where, JsonNode value, String allowed) {
    String found = value.isMissingNode() ? "missing" : value.toString();
    problems.add(new Problem(where, found, allowed));
  }
}

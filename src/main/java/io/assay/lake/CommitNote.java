package io.assay.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a commit says of itself in Delta's {@code userMetadata}, so that to publish a slice and to
 * record that are one step: whoever is killed after it has recorded it.
 *
 * @param runId run that published it
 * @param job job that published it
 * @param table layer and table
 * @param slice partition columns and their values, a day or a text
 * @param rows rows of the slice
 * @param contentHash hash of the slice without run_id
 * @param inputsHash hash of what it was made of; null where no later run asks
 * @param publishedAt when
 */
public record CommitNote(
    String runId,
    String job,
    String table,
    Map<String, Object> slice,
    long rows,
    String contentHash,
    String inputsHash,
    Instant publishedAt) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OURS = "assay";

  /** As it stands in the commit. */
  String toJson() {
    ObjectNode note = JSON.createObjectNode();
    ObjectNode body = note.putObject(OURS);
    body.put("run_id", runId).put("job", job).put("table", table);
    ObjectNode parts = body.putObject("slice");
    slice.forEach((column, value) -> parts.put(column, value.toString()));
    body.put("rows", rows).put("content_hash", contentHash).put("inputs_hash", inputsHash);
    body.put("published_at", publishedAt.toString());
    return note.toString();
  }

  /**
   * Reads it back.
   *
   * @param userMetadata of a commit; null for none
   * @return nothing where it is another program's
   */
  public static Optional<CommitNote> of(String userMetadata) {
    if (userMetadata == null || !userMetadata.startsWith("{\"" + OURS + "\"")) {
      return Optional.empty();
    }
    try {
      JsonNode body = JSON.readTree(userMetadata).get(OURS);
      Map<String, Object> slice = new LinkedHashMap<>();
      body.get("slice").properties().forEach(e -> slice.put(e.getKey(), value(e)));
      return Optional.of(
          new CommitNote(
              body.get("run_id").asText(),
              body.get("job").asText(),
              body.get("table").asText(),
              slice,
              body.get("rows").asLong(),
              body.get("content_hash").asText(),
              body.hasNonNull("inputs_hash") ? body.get("inputs_hash").asText() : null,
              Instant.parse(body.get("published_at").asText())));
    } catch (JsonProcessingException | RuntimeException e) {
      // Another program's text that begins like ours: its commit counts as unknown.
      return Optional.empty();
    }
  }

  /** A delivery's name is a text; every other part of a slice is a day. */
  private static Object value(Map.Entry<String, JsonNode> part) {
    String text = part.getValue().asText();
    return part.getKey().equals("crawl_id") ? text : LocalDate.parse(text);
  }
}

package io.assay.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the published days of a table were made of, as the ledger recorded it; so a later run can
 * tell whether a day still stands or has to be made anew. Days that were published before another
 * program changed the table are not among them: nothing is known of these.
 *
 * @param inputsHash day to the hash that {@link #hash} gave for its inputs
 * @param contents day to the hash of its content
 */
public record Lineage(Map<LocalDate, String> inputsHash, Map<LocalDate, String> contents) {

  /**
   * A hash of inputs: files by their names, which no two writes share and which stay when a lake is
   * moved, and settings.
   */
  public static String hash(List<DataFile> files, List<String> others) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.stream().map(DataFile::name).sorted().forEach(name -> add(digest, name));
      others.forEach(other -> add(digest, other));
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  /** Whether the day was published and made of these inputs. */
  public boolean stands(LocalDate day, String inputs) {
    return inputs.equals(inputsHash.get(day));
  }

  /** Hash of a day's content, if it was published. */
  public Optional<String> content(LocalDate day) {
    return Optional.ofNullable(contents.get(day));
  }
}

package io.assay.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that cannot be read as what they claim to be. They are quarantined whole, by name. */
final class BrokenFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<InputFile, Damage> files;
  private final transient List<InputFile> sound;
  private final boolean ofQuotes;

  /**
   * @param files all with the same fault
   * @param fault as the reason in the quarantine
   */
  BrokenFile(List<InputFile> files, String fault, Exception cause) {
    super(fault, cause);
    this.files = new LinkedHashMap<>();
    this.sound = List.of();
    this.ofQuotes = false;
    files.forEach(file -> this.files.put(file, new Damage(fault, file.bytes())));
  }

  /**
   * What became of files whose quotes were in doubt.
   *
   * @param sound those that are fine
   */
  BrokenFile(Map<InputFile, Damage> broken, List<InputFile> sound) {
    super(broken.isEmpty() ? "no quote is open" : "a quote is not closed");
    this.files = Map.copyOf(broken);
    this.sound = List.copyOf(sound);
    this.ofQuotes = true;
  }

  Map<InputFile, Damage> files() {
    return files;
  }

  /** Files that were suspected and are fine. */
  List<InputFile> sound() {
    return sound;
  }

  /** Whether nothing but their quotes is in question. */
  boolean isOfQuotes() {
    return ofQuotes;
  }
}

package io.assay.workbench.worlds;

import io.assay.contracts.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the file of a world is: shipped ones are called by their name, others by their path. */
public final class WorldFile {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
  private static final String ENDING = ".yaml";

  private WorldFile() {}

  /**
   * @param world name of a file in {@code conf/worlds} without its ending, or a path
   * @throws UserError if there is no such file
   */
  public static Path of(String world) {
    if (!NAME.matcher(world).matches()) {
      return there(Path.of(world), world);
    }
    return there(shipped().resolve(world + ENDING), world);
  }

  private static Path there(Path file, String world) {
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "--world " + world + " does not exist",
          "Give one of " + String.join(", ", names()) + ", or the path of a file of your own.");
    }
    return file;
  }

  /** Names of the shipped worlds in the order of the alphabet. */
  private static List<String> names() {
    if (!Files.isDirectory(shipped())) {
      return List.of("the worlds in conf/worlds");
    }
    try (Stream<Path> files = Files.list(shipped())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path shipped() {
    return Path.of(System.getProperty("assay.home", "."), "conf", "worlds");
  }
}

package io.assay.workbench.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.assay.contracts.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder in which one seed's crawl, lake and results are made. A file says what they are made
 * of and which steps are done, so that who was stopped carries on after the last of these, and
 * nothing is taken for what it is not: where anything is made of something else, all is made anew.
 */
final class KeptFolder {
  static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String STATE = "made.json";
  private static final String PART = ".part";

  /** The first step; until it is done there may be remains of something else. */
  private static final String EMPTIED = "emptied";

  /**
   * What the folder holds.
   *
   * @param of what it is made of, by name
   * @param steps what was done, in order
   * @param day of the deliveries; null before the first is there
   */
  record State(Map<String, String> of, List<String> steps, String day) {}

  private final Path folder;
  private State state;

  private KeptFolder(Path folder, State state) {
    this.folder = folder;
    this.state = state;
  }

  /**
   * Looks whether an evaluation may be made in a folder.
   *
   * @param resume whether it may carry on what is there
   * @throws UserError if it holds something that must not be touched
   */
  static void requireUsable(Path folder, boolean resume) {
    if (!Files.isDirectory(folder)) {
      if (Files.exists(folder)) {
        throw new UserError(folder + " is a file", "Name another folder with --work DIR.");
      }
      return;
    }
    boolean ours = Files.isRegularFile(folder.resolve(STATE));
    if (!ours && !isEmpty(folder)) {
      throw new UserError(
          folder + " holds something else than an evaluation",
          "Name another folder with --work DIR.");
    }
    if (ours && !resume) {
      throw new UserError(
          folder + " holds an evaluation",
          "Carry it on with --resume, or name another folder with --work DIR.");
    }
  }

  /**
   * Opens a folder; what is made of something else is removed.
   *
   * @param of what everything in it is to be made of, by name
   */
  static KeptFolder open(Path folder, Map<String, String> of) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(STATE);
      State found = Files.exists(file) ? JSON.readValue(file.toFile(), State.class) : null;
      KeptFolder kept = new KeptFolder(folder, found);
      if (found == null || !found.of().equals(of)) {
        kept.write(new State(new LinkedHashMap<>(of), List.of(), null));
      }
      if (!kept.has(EMPTIED)) {
        kept.empty();
        kept.done(EMPTIED);
      }
      return kept;
    } catch (IOException e) {
      throw new UserError(
          "no lake can be made in " + folder + ": " + e.getMessage(),
          "Name a folder that can be written to with --work DIR.",
          e);
    }
  }

  /** Names of what differs between what a folder is made of and this; empty for none. */
  static List<String> differences(Path folder, Map<String, String> of) {
    Path file = folder.resolve(STATE);
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      Map<String, String> found = JSON.readValue(file.toFile(), State.class).of();
      TreeSet<String> names = new TreeSet<>(of.keySet());
      names.addAll(found.keySet());
      names.removeIf(name -> java.util.Objects.equals(of.get(name), found.get(name)));
      return List.copyOf(names);
    } catch (IOException e) {
      throw new UserError(
          file + " cannot be read: " + e.getMessage(),
          "Remove the folder, or name another with --work DIR.",
          e);
    }
  }

  boolean has(String step) {
    return state.steps().contains(step);
  }

  void done(String step) {
    List<String> steps = new ArrayList<>(state.steps());
    steps.add(step);
    write(new State(state.of(), steps, state.day()));
  }

  /** Day of the deliveries; null where none was stated. */
  String day() {
    return state.day();
  }

  void setDay(String day) {
    write(new State(state.of(), state.steps(), day));
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  /** Writes a value as JSON: whoever reads it finds all of it or nothing. */
  void write(String name, Object value) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Path part = file.resolveSibling(file.getFileName() + PART);
      JSON.writeValue(part.toFile(), value);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " cannot be written", e);
    }
  }

  private void write(State next) {
    write(STATE, next);
    state = next;
  }

  private void empty() throws IOException {
    try (Stream<Path> held = Files.list(folder)) {
      for (Path path : held.filter(p -> !p.getFileName().toString().equals(STATE)).toList()) {
        remove(path);
      }
    }
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> held = Files.list(folder)) {
      return held.allMatch(p -> p.getFileName().toString().equals(STATE + PART));
    } catch (IOException e) {
      throw new UserError(
          folder + " cannot be read: " + e.getMessage(), "Check --work and its access.", e);
    }
  }

  /** Removes a file, or a folder with all that is in it; what is not there is no mistake. */
  static void remove(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try {
      Files.walkFileTree(
          path,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                throws IOException {
              if (failure != null) {
                throw failure;
              }
              Files.delete(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(path + " could not be removed", e);
    }
  }
}

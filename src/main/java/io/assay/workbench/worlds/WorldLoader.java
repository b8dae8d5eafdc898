package io.assay.workbench.worlds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.UserError;
import io.assay.settings.Problem;
import io.assay.settings.Section;
import io.assay.settings.YamlFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a world file over the shipped {@code conf/worlds/default.yaml}: later wins, key by key.
 * Lists are replaced whole.
 */
public final class WorldLoader {
  private static final YamlFiles FILES =
      new YamlFiles("world file", "--world", "conf/worlds/default.yaml");

  private WorldLoader() {}

  /**
   * @throws UserError if the file cannot be read, or naming every mistake in it at once
   */
  public static World load(Path file) {
    ObjectNode tree = FILES.shippedTree();
    YamlFiles.merge(tree, FILES.parse(file));
    List<Problem> problems = new ArrayList<>();
    String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    World world = World.read(name, new Section("", tree, problems));
    if (problems.isEmpty()) {
      problems.addAll(WorldCheck.problems(world));
    }
    if (!problems.isEmpty()) {
      throw new UserError(
          Problem.list("world file " + file + " has", problems),
          "Correct these keys in " + file + "; conf/worlds/default.yaml explains every key.");
    }
    return world;
  }
}

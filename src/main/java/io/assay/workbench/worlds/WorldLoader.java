package io.assay.workbench.worlds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
    return read(file, tree(file), "", "Correct these keys in " + file);
  }

  /**
   * The same world with another number of accounts: as many members of a niche, and as many guests
   * of a giveaway or a piece of news at most. Everything else is a share of the accounts already.
   *
   * @throws UserError as {@link #load(Path)}, also where so many accounts do not fit the world
   */
  public static World load(Path file, long accounts) {
    ObjectNode tree = tree(file);
    if (tree.get("population") instanceof ObjectNode population) {
      JsonNode before = population.path("accounts");
      if (before.isNumber() && before.longValue() > 0) {
        scale(tree, population, (double) accounts / before.longValue());
      }
      population.put("accounts", accounts);
    }
    return read(
        file,
        tree,
        " with " + accounts + " accounts",
        "Give other --accounts, or correct these keys in " + file);
  }

  /** Every key, as the file or else the shipped default sets it. */
  static ObjectNode tree(Path file) {
    ObjectNode tree = FILES.shippedTree();
    YamlFiles.merge(tree, FILES.parse(file));
    return tree;
  }

  /** What is of another type than it should be is left for the reader of the tree to tell. */
  private static void scale(ObjectNode tree, ObjectNode population, double factor) {
    JsonNode niches = population.path("niches");
    if (niches.isNumber()) {
      population.put("niches", Math.max(1, Math.round(niches.longValue() * factor)));
    }
    if (factor > 1 && tree.path("look_alikes").path("crowd") instanceof ArrayNode crowd) {
      for (int i = 0; i < crowd.size(); i++) {
        if (crowd.get(i).isNumber()) {
          crowd.set(i, crowd.get(i).doubleValue() / factor);
        }
      }
    }
  }

  private static World read(Path file, ObjectNode tree, String made, String remedy) {
    List<Problem> problems = new ArrayList<>();
    String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    World world = World.read(name, new Section("", tree, problems));
    if (problems.isEmpty()) {
      problems.addAll(WorldCheck.problems(world));
    }
    if (!problems.isEmpty()) {
      throw new UserError(
          Problem.list("world file " + file + made + " has", problems),
          remedy + "; conf/worlds/default.yaml explains every key.");
    }
    return world;
  }
}

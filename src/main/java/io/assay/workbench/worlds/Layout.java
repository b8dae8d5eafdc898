package io.assay.workbench.worlds;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which index plays which role: creators first, then everybody else, each role one range of indexes
 * and each of its groups a range within. The last role of both halves takes what is left.
 */
final class Layout implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A range of one role.
   *
   * @param starts first index of each group
   */
  private record Block(PlayedRole role, int first, int size, int[] starts)
      implements Serializable {}

  private final int accounts;
  private final int creators;
  private final List<Block> blocks = new ArrayList<>();
  private int nextCreator;
  private int nextOther;
  private int[] firsts;

  Layout(int accounts, int creators) {
    this.accounts = accounts;
    this.creators = creators;
    this.nextOther = creators;
  }

  int creators() {
    return creators;
  }

  int takenCreators() {
    return nextCreator;
  }

  int takenAudience() {
    return nextOther - creators;
  }

  /** Gives a role to as many accounts, as one group each. */
  List<Team> takeSingles(PlayedRole role, int count) {
    int[] sizes = new int[count];
    Arrays.fill(sizes, 1);
    return take(role, sizes);
  }

  /** Gives a role to groups of these sizes. */
  List<Team> take(PlayedRole role, int... sizes) {
    int first = role.creator ? nextCreator : nextOther;
    int[] starts = new int[sizes.length];
    List<Team> teams = new ArrayList<>();
    int next = first;
    for (int g = 0; g < sizes.length; g++) {
      starts[g] = next;
      teams.add(new Team(next, sizes[g]));
      next += sizes[g];
    }
    if (next > first) {
      blocks.add(new Block(role, first, next - first, starts));
    }
    if (role.creator) {
      nextCreator = next;
    } else {
      nextOther = next;
    }
    return teams;
  }

  /** Gives everybody who has no role yet the two ordinary ones. */
  Layout close() {
    int takenCreators = nextCreator;
    int takenOthers = nextOther;
    take(PlayedRole.CREATOR, Math.max(0, creators - nextCreator));
    take(PlayedRole.ORDINARY, Math.max(0, accounts - nextOther));
    nextCreator = takenCreators;
    nextOther = takenOthers;
    blocks.sort((a, b) -> Integer.compare(a.first(), b.first()));
    firsts = blocks.stream().mapToInt(Block::first).toArray();
    return this;
  }

  PlayedRole role(int index) {
    return block(index).role();
  }

  /** Position of the account's group among those of its role. */
  int group(int index) {
    return at(block(index).starts(), index);
  }

  /** Position of the account among those of its role. */
  int position(int index) {
    return index - block(index).first();
  }

  /** Accounts of one role. */
  int count(PlayedRole role) {
    return counts().getOrDefault(role, 0);
  }

  /** Groups of one role; those who stand alone are one. */
  int groups(PlayedRole role) {
    return blocks.stream().filter(b -> b.role() == role).mapToInt(b -> b.starts().length).sum();
  }

  /** Accounts of each role that somebody plays. */
  Map<PlayedRole, Integer> counts() {
    Map<PlayedRole, Integer> counts = new EnumMap<>(PlayedRole.class);
    blocks.forEach(b -> counts.merge(b.role(), b.size(), Integer::sum));
    return counts;
  }

  private Block block(int index) {
    return blocks.get(at(firsts, index));
  }

  private static int at(int[] starts, int index) {
    int found = Arrays.binarySearch(starts, index);
    return found >= 0 ? lastOf(starts, found) : -found - 2;
  }

  /** Groups without members share their start with the next. */
  private static int lastOf(int[] starts, int found) {
    int last = found;
    while (last + 1 < starts.length && starts[last + 1] == starts[found]) {
      last++;
    }
    return last;
  }
}

package io.assay.coordination.detection;

import io.assay.coordination.detection.PlatformCrawl.Named;
import io.assay.coordination.detection.PlatformCrawl.NamesBefore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What groups are called: as on another day, where half of those who were in a group then are in it
 * now; of several claims to a name the one with most of them in common. Others get a new name,
 * which follows from day and members.
 */
final class KeptNames {
  private final NamesBefore before;
  private final long[] accountKeys;
  private final long day;
  private final Set<String> taken = new HashSet<>();

  /**
   * @param day since 1970
   */
  KeptNames(NamesBefore before, long[] accountKeys, long day) {
    this.before = before;
    this.accountKeys = accountKeys;
    this.day = day;
    taken.addAll(before.groups().keySet());
  }

  /**
   * A name and since when it is known.
   *
   * @param since day since 1970
   */
  record Name(String text, long since) {}

  private record NameClaim(int group, String name, int common) {}

  /**
   * @param groups members of each
   * @param forms what the name of each begins with
   * @return name of each
   */
  List<Name> of(List<int[]> groups, List<String> forms) {
    Name[] names = new Name[groups.size()];
    Set<String> given = new HashSet<>();
    for (NameClaim claim : claims(groups, forms)) {
      if (names[claim.group()] == null && given.add(claim.name())) {
        names[claim.group()] = new Name(claim.name(), before.groups().get(claim.name()).since());
      }
    }
    for (int i = 0; i < names.length; i++) {
      if (names[i] == null) {
        names[i] = new Name(newName(forms.get(i), groups.get(i)), day);
      }
    }
    return List.of(names);
  }

  /** The best first. */
  private List<NameClaim> claims(List<int[]> groups, List<String> forms) {
    Map<Integer, List<String>> namesOf = new HashMap<>();
    for (int i = 0; i < before.account().length; i++) {
      namesOf
          .computeIfAbsent(before.account()[i], a -> new ArrayList<>())
          .add(before.name().get(i));
    }
    List<NameClaim> claims = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Map<String, Integer> common = new HashMap<>();
      for (int member : groups.get(i)) {
        namesOf.getOrDefault(member, List.of()).forEach(n -> common.merge(n, 1, Integer::sum));
      }
      int group = i;
      common.forEach(
          (name, n) -> {
            Named named = before.groups().get(name);
            if (2 * n >= named.size() && name.startsWith(forms.get(group) + "-")) {
              claims.add(new NameClaim(group, name, n));
            }
          });
    }
    claims.sort(
        Comparator.comparingInt((NameClaim c) -> -c.common())
            .thenComparing(NameClaim::name)
            .thenComparingInt(NameClaim::group));
    return claims;
  }

  private String newName(String form, int[] members) {
    long hash = day;
    for (int member : members) {
      hash = StableHash.ofPair(hash, accountKeys[member]);
    }
    String name;
    do {
      hash = StableHash.mix(hash);
      name = String.format(Locale.ROOT, "%s-%08x", form, (int) hash);
    } while (!taken.add(name));
    return name;
  }
}

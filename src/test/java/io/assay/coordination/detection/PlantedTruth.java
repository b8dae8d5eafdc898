package io.assay.coordination.detection;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who is who in a made-up world, by number of account.
 *
 * @param groups members of each planted pod and farm; customers and victims are none
 * @param inPod whether an account is in a pod
 * @param genuine whether nothing else is known of an account
 * @param sort class of each account
 */
record PlantedTruth(
    Map<String, Set<Integer>> groups, boolean[] inPod, boolean[] genuine, String[] sort) {
  private static final List<String> WORKERS = List.of("pod", "farm_worker");

  static PlantedTruth of(Path crawl, List<String> accounts) {
    Map<String, Integer> number = new HashMap<>();
    accounts.forEach(id -> number.put(id, number.size()));
    boolean[] inPod = new boolean[accounts.size()];
    boolean[] genuine = new boolean[accounts.size()];
    String[] sort = new String[accounts.size()];
    Arrays.fill(sort, "");
    Map<String, Set<Integer>> groups = new TreeMap<>();
    CrawlReader.read(
        crawl,
        "labels",
        r -> {
          int account = number.get(r.get("account_id"));
          sort[account] = r.getOrDefault("class", "");
          genuine[account] = r.get("label").equals("genuine");
          if (!genuine[account] && WORKERS.contains(sort[account])) {
            inPod[account] = sort[account].equals("pod");
            groups.computeIfAbsent(r.get("group_id"), g -> new HashSet<>()).add(account);
          }
        });
    return new PlantedTruth(groups, inPod, genuine, sort);
  }

  boolean[] planted() {
    boolean[] planted = new boolean[genuine.length];
    groups.values().forEach(group -> group.forEach(u -> planted[u] = true));
    return planted;
  }
}

package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * Accounts in lockstep, over the shares of one process: pairs that share objects in step more often
 * than chance allows, the cores of their graph, refined to groups. Who is found need not mean harm:
 * outlets that post their own articles on several accounts are in lockstep too.
 *
 * @param groups accepted or not, the largest first
 * @param pairs all that met often enough, by first and second
 * @param usual chance of two shares of an object to be in step, as is usual of all objects
 */
record Lockstep(List<LockstepGroup> groups, List<LockstepPair> pairs, double usual) {

  static Lockstep of(SharedObjects shares, LockstepRules rules) {
    Meetings meetings = Meetings.of(shares, rules);
    OwnObjects own = new OwnObjects(shares, rules);
    Companions companions = new Companions(own, meetings, rules);
    InStepByChance chance = new InStepByChance(shares, own, companions, rules);
    List<LockstepPair> pairs = new LockstepPairs(shares, own, companions, chance).all();
    EdgeList improbable = new EdgeList();
    for (LockstepPair pair : pairs) {
      if (pair.chance() <= rules.chance()) {
        improbable.add(pair.first(), pair.second());
      }
    }
    Edges edges = Triangles.supported(improbable.toEdges(), rules.triangles(), 2);
    LockstepRefinement refinement = new LockstepRefinement(shares, own, companions, chance, rules);
    List<List<LockstepMember>> refined = new ArrayList<>();
    for (int[] core : Cores.of(edges, shares.accountKeys(), rules.cores(), rules.cores().least())) {
      List<LockstepMember> members = refinement.refine(core);
      if (!members.isEmpty()) {
        refined.add(members);
      }
    }
    LockstepEvidence evidence = new LockstepEvidence(shares, pairs, meetings.busy(), rules);
    List<int[]> accounts =
        refined.stream().map(m -> m.stream().mapToInt(LockstepMember::account).toArray()).toList();
    List<LockstepGroup> groups = new ArrayList<>();
    for (int i : GroupMerge.farms(accounts, List.of())) {
      groups.add(evidence.of(refined.get(i)));
    }
    return new Lockstep(groups, pairs, chance.usual());
  }
}

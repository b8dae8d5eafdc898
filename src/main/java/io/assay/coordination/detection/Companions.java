package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * Whom each account meets so often that it may be of one group with it, and so is left out of its
 * null, by {@link CompanionRules}: else a ring would be its own explanation. Cost: for each meeting
 * of an account with many the objects of both.
 */
final class Companions {
  private static final int[] NOBODY = {};

  private final Meetings meetings;
  private final CompanionRules rules;

  /** By place of the meetings: one of many, and yet of no audience. */
  private final BitSet ring = new BitSet();

  /** Accounts whose many companions are everybody. */
  private final BitSet everybody = new BitSet();

  /** By account: places of all who are left out, whom it meets most often first. */
  private final int[][] left;

  Companions(OwnObjects own, Meetings meetings, LockstepRules lockstepRules) {
    this.meetings = meetings;
    this.rules = lockstepRules.companions();
    left = new int[meetings.accounts()][];
    double most = rules.ofAll() * own.accounts(2);
    for (int u = 0; u < left.length; u++) {
      int n = 0;
      for (int k = meetings.first(u); k < meetings.end(u) && !isFew(u); k++) {
        boolean together =
            meetings.objects(k) >= rules.often()
                && own.together(
                    u, meetings.other(k), rules.often(), rules.inStep(), lockstepRules.millis());
        ring.set(k, together);
        n += together ? 1 : 0;
      }
      if (n > most) {
        ring.clear(meetings.first(u), meetings.end(u));
        everybody.set(u);
      }
      left[u] = left(u);
    }
  }

  private boolean isFew(int account) {
    return meetings.end(account) - meetings.first(account) <= rules.few();
  }

  private int[] left(int account) {
    int first = meetings.first(account);
    long[] order = new long[meetings.end(account) - first];
    for (int i = 0; i < order.length; i++) {
      order[i] = (long) -meetings.objects(first + i) << Integer.SIZE | first + i;
    }
    Arrays.sort(order);
    // Of many the few whom it meets more often than all the others.
    int few = Math.min(rules.few(), order.length);
    while (few > 0 && few < order.length && objects(order[few - 1]) == objects(order[few])) {
      few--;
    }
    IntList places = new IntList();
    for (int i = 0; i < order.length; i++) {
      if (i < few || ring.get((int) order[i])) {
        places.add((int) order[i]);
      }
    }
    return places.size() == 0 ? NOBODY : places.toArray();
  }

  private static int objects(long ordered) {
    return (int) -(ordered >> Integer.SIZE);
  }

  Meetings meetings() {
    return meetings;
  }

  /** Whom the account meets at so many objects and is left out of its null. */
  void forEach(int account, double least, IntConsumer companion) {
    for (int place : left[account]) {
      if (meetings.objects(place) < least) {
        break;
      }
      companion.accept(meetings.other(place));
    }
  }

  /** Whom the account meets again and again, and not just as everybody does. */
  void forEachAgain(int account, IntConsumer met) {
    for (int k = meetings.first(account); k < meetings.end(account); k++) {
      int v = meetings.other(k);
      boolean again =
          ring.get(k)
              ? !everybody.get(v)
              : isFew(account) && (isFew(v) || ring.get(meetings.place(v, account)));
      if (again) {
        met.accept(v);
      }
    }
  }
}

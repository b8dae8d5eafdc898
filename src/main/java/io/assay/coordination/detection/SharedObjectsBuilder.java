package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * Makes {@link SharedObjects} of shares in any order. A message that is the object itself is no
 * share of it. Of what one account shares again and again only the first shares are kept. Cost: a
 * sort of the shares by time, and some 100 bytes each.
 */
final class SharedObjectsBuilder {
  private static final int FIRST = 1_024;
  private static final long OBJECT_SALT = 13;
  private static final long ACCOUNT_SALT = 17;

  private final long[] accountKeys;
  private final long[] objectKeys;
  private int[] object = new int[FIRST];
  private int[] account = new int[FIRST];
  private long[] content = new long[FIRST];
  private long[] millis = new long[FIRST];
  private int size;

  /**
   * @param accountKeys hash of each account's key, sorted by key
   * @param objectKeys hash of each object's key, sorted by key
   */
  SharedObjectsBuilder(long[] accountKeys, long[] objectKeys) {
    this.accountKeys = accountKeys;
    this.objectKeys = objectKeys;
  }

  /**
   * @param contentKey hash of the message's key, made as those of objects are
   * @param at milliseconds since 1970
   */
  SharedObjectsBuilder add(int byAccount, int ofObject, long contentKey, long at) {
    if (contentKey == objectKeys[ofObject]) {
      return this;
    }
    if (byAccount < 0 || byAccount >= accountKeys.length) {
      throw new IllegalArgumentException("account " + byAccount + " of " + accountKeys.length);
    }
    if (size == object.length) {
      int more = Math.addExact(size, size / 2);
      object = Arrays.copyOf(object, more);
      account = Arrays.copyOf(account, more);
      content = Arrays.copyOf(content, more);
      millis = Arrays.copyOf(millis, more);
    }
    object[size] = ofObject;
    account[size] = byAccount;
    content[size] = contentKey;
    millis[size++] = at;
    return this;
  }

  /** What was added; the builder is of no further use. */
  SharedObjects build(LockstepRules rules) {
    int[] order = sorted();
    boolean[] kept = kept(order, rules);
    int[] rows = Arrays.stream(order).filter(row -> kept[row]).toArray();
    return new SharedObjects(
        accountKeys,
        objectKeys,
        Arrays.stream(rows).map(row -> object[row]).toArray(),
        Arrays.stream(rows).map(row -> account[row]).toArray(),
        Arrays.stream(rows).mapToLong(row -> content[row]).toArray(),
        Arrays.stream(rows).mapToLong(row -> millis[row]).toArray());
  }

  /** Rows by object, time, account and content. */
  private int[] sorted() {
    int[] starts = Starts.count(Arrays.copyOf(object, size), objectKeys.length);
    int[] order = Starts.positions(Arrays.copyOf(object, size), starts);
    for (int o = 0; o < objectKeys.length; o++) {
      int from = starts[o];
      Integer[] rows = new Integer[starts[o + 1] - from];
      Arrays.setAll(rows, i -> order[from + i]);
      Arrays.sort(rows, this::compare);
      for (int i = 0; i < rows.length; i++) {
        order[from + i] = rows[i];
      }
    }
    return order;
  }

  private int compare(int a, int b) {
    int byTime = Long.compare(millis[a], millis[b]);
    int byAccount = byTime != 0 ? byTime : Integer.compare(account[a], account[b]);
    return byAccount != 0 ? byAccount : Long.compare(content[a], content[b]);
  }

  private boolean[] kept(int[] order, LockstepRules rules) {
    int[] repeats = repeats(order);
    int[] accountsOf = new int[objectKeys.length];
    int[] objectsOf = new int[accountKeys.length];
    for (int row : order) {
      if (repeats[row] == 0) {
        accountsOf[object[row]]++;
        objectsOf[account[row]]++;
      }
    }
    boolean[] kept = new boolean[size];
    for (int row : order) {
      double ofObject = (double) rules.perObject() / accountsOf[object[row]];
      double ofAccount = (double) rules.perAccount() / objectsOf[account[row]];
      kept[row] =
          repeats[row] < rules.repeats()
              && (ofObject >= 1 || chance(accountKeys[account[row]], ACCOUNT_SALT) < ofObject)
              && (ofAccount >= 1 || chance(objectKeys[object[row]], OBJECT_SALT) < ofAccount);
    }
    return kept;
  }

  private static double chance(long key, long salt) {
    return StableHash.uniform(StableHash.of(key, salt));
  }

  /** How often the account had shared the object before. */
  private int[] repeats(int[] order) {
    int[] accountOf = Arrays.stream(order).map(row -> account[row]).toArray();
    int[] byAccount = Starts.positions(accountOf, Starts.count(accountOf, accountKeys.length));
    int[] repeats = new int[size];
    int before = -1;
    for (int place : byAccount) {
      int row = order[place];
      if (before >= 0 && account[before] == account[row] && object[before] == object[row]) {
        repeats[row] = repeats[before] + 1;
      }
      before = row;
    }
    return repeats;
  }
}

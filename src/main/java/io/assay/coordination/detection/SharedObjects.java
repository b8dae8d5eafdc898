package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * Who shared which object when, in one process: rows by object and then time, with an index by
 * account. Hot objects keep a sample of their accounts, and busy accounts one of their objects, by
 * hashes that are the same everywhere, so that what accomplices keep still overlaps. {@link
 * SharedObjectsBuilder} makes it.
 */
final class SharedObjects {
  private final long[] accountKeys;
  private final long[] objectKeys;
  private final int[] objectStarts;
  private final int[] object;
  private final int[] account;
  private final long[] content;
  private final long[] millis;
  private final boolean[] first;
  private final int[] accountStarts;
  private final int[] byAccount;

  /** Rows by object, and within an object by time and account. */
  SharedObjects(
      long[] accountKeys,
      long[] objectKeys,
      int[] object,
      int[] account,
      long[] content,
      long[] millis) {
    this.accountKeys = accountKeys;
    this.objectKeys = objectKeys;
    this.object = object;
    this.account = account;
    this.content = content;
    this.millis = millis;
    objectStarts = Starts.count(object, objectKeys.length);
    accountStarts = Starts.count(account, accountKeys.length);
    byAccount = Starts.positions(account, accountStarts);
    first = new boolean[account.length];
    for (int u = 0; u < accountKeys.length; u++) {
      for (int k = accountStarts[u]; k < accountStarts[u + 1]; k++) {
        first[byAccount[k]] =
            k == accountStarts[u] || object[byAccount[k]] != object[byAccount[k - 1]];
      }
    }
  }

  int accounts() {
    return accountKeys.length;
  }

  long[] accountKeys() {
    return accountKeys;
  }

  int objects() {
    return objectKeys.length;
  }

  /** First row of an object; its rows come in the order of time. */
  int firstOf(int ofObject) {
    return objectStarts[ofObject];
  }

  int endOf(int ofObject) {
    return objectStarts[ofObject + 1];
  }

  /** First place of an account in the index by account, for {@link #rowAt}. */
  int firstBy(int ofAccount) {
    return accountStarts[ofAccount];
  }

  int endBy(int ofAccount) {
    return accountStarts[ofAccount + 1];
  }

  /** The row at a place of the index; those of an account come by object and time. */
  int rowAt(int place) {
    return byAccount[place];
  }

  /** The place after the rows of one object, in the index by account. */
  int endOfObjectAt(int place, int ofAccount) {
    int at = place;
    int of = object[byAccount[place]];
    while (at < accountStarts[ofAccount + 1] && object[byAccount[at]] == of) {
      at++;
    }
    return at;
  }

  /** Rows of an account from a place to before another, all of one object. */
  int[] rows(int place, int end) {
    return Arrays.copyOfRange(byAccount, place, end);
  }

  int object(int row) {
    return object[row];
  }

  int account(int row) {
    return account[row];
  }

  long millis(int row) {
    return millis[row];
  }

  /** Whether it is the first share of its object by its account. */
  boolean isFirst(int row) {
    return first[row];
  }

  /** Whether two shares of one object are by different accounts in different messages. */
  boolean differ(int row, int other) {
    return account[row] != account[other] && content[row] != content[other];
  }

  /**
   * Windows that hold all of some shares of an object, by time: who repeats itself at once has one
   * chance.
   */
  int bursts(int[] rows, long window) {
    int n = 0;
    int start = 0;
    for (int i = 0; i < rows.length; i++) {
      if (i == 0 || millis[rows[i]] - millis[start] > window) {
        start = rows[i];
        n++;
      }
    }
    return n;
  }
}

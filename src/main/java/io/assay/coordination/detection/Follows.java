package io.assay.coordination.detection;

/** Who follows which authors: only what helps to explain a group away. */
final class Follows {
  private final int[] starts;
  private final int[] followed;

  /**
   * @param follower number of the account that follows
   * @param author number of the author that it follows; each pair once
   * @param accounts how many there are
   */
  Follows(int[] follower, int[] author, int accounts) {
    starts = Starts.count(follower, accounts);
    followed = new int[author.length];
    int[] positions = Starts.positions(follower, starts);
    for (int i = 0; i < followed.length; i++) {
      followed[i] = author[positions[i]];
    }
  }

  static Follows none(int accounts) {
    return new Follows(new int[0], new int[0], accounts);
  }

  int first(int account) {
    return starts[account];
  }

  int end(int account) {
    return starts[account + 1];
  }

  int authorAt(int place) {
    return followed[place];
  }
}

package io.assay.coordination.detection;

import java.util.BitSet;
import java.util.List;

/**
 * What a search asks for, where a process holds only a part of a crawl: all that an account does,
 * all that is done to a post, all that an author published. What is asked for and is not there is
 * noted, so that it can be fetched and the search be repeated.
 */
final class Needs {
  private final BitSet creators;
  private final BitSet accounts;
  private final BitSet posts;
  private final BitSet authors;
  private final BitSet missingCreators = new BitSet();
  private final BitSet missingAccounts = new BitSet();
  private final BitSet missingPosts = new BitSet();
  private final BitSet missingAuthors = new BitSet();

  /**
   * @param creators of whom all that creators do for them and they for creators is here; null if
   *     that is so of all
   * @param accounts of which all events are here; null if that is so of all
   * @param posts of which all events are here; null if that is so of all
   * @param authors of which all posts are here; null if that is so of all
   */
  Needs(BitSet creators, BitSet accounts, BitSet posts, BitSet authors) {
    this.creators = creators;
    this.accounts = accounts;
    this.posts = posts;
    this.authors = authors;
  }

  /** Where the process holds the whole crawl. */
  static Needs ofWhole() {
    return new Needs(null, null, null, null);
  }

  /** Asks for all pairs of some creators; whether they are here. */
  boolean creators(int[] of) {
    return all(creators, missingCreators, of);
  }

  /** Asks for all that some accounts do; whether it is here. */
  boolean accounts(int[] of) {
    return all(accounts, missingAccounts, of);
  }

  /** Asks for all that was done to the posts that are hit; whether it is here. */
  boolean posts(List<Hit> hits) {
    return all(posts, missingPosts, hits.stream().mapToInt(Hit::post).toArray());
  }

  /** Asks for all posts of some authors. */
  void postsOf(int[] of) {
    all(authors, missingAuthors, of);
  }

  private static boolean all(BitSet held, BitSet missing, int[] numbers) {
    boolean here = true;
    for (int number : numbers) {
      if (held != null && !held.get(number)) {
        missing.set(number);
        here = false;
      }
    }
    return here;
  }

  /** Whether nothing was missing. */
  boolean met() {
    return missingCreators.isEmpty()
        && missingAccounts.isEmpty()
        && missingPosts.isEmpty()
        && missingAuthors.isEmpty();
  }

  /** Creators whose pairs are to be fetched, ascending. */
  int[] missingCreators() {
    return missingCreators.stream().toArray();
  }

  /** Accounts whose events are to be fetched, ascending. */
  int[] missingAccounts() {
    return missingAccounts.stream().toArray();
  }

  int[] missingPosts() {
    return missingPosts.stream().toArray();
  }

  int[] missingAuthors() {
    return missingAuthors.stream().toArray();
  }
}

package io.assay.coordination.detection;

import java.util.List;
import java.util.Map;

/**
 * A platform's crawl as the search takes it, with the names of what has numbers there.
 *
 * @param accounts by number
 * @param postIds by number
 * @param events who engaged what
 * @param follows who follows which authors
 * @param stock what the stock comments say
 * @param shares who shared which objects
 * @param objectIds by number
 * @param nichesBefore what another day called the niches of authors
 * @param groupsBefore what another day called the groups of accounts
 */
record PlatformCrawl(
    List<Account> accounts,
    List<String> postIds,
    Events events,
    Follows follows,
    StockComments stock,
    SharedObjects shares,
    List<String> objectIds,
    NamesBefore nichesBefore,
    NamesBefore groupsBefore) {

  /**
   * @param key 64 bits that stand for it
   * @param id the platform's
   * @param handle null where it was not crawled
   */
  record Account(long key, String id, String handle) {}

  /**
   * Stock comments, each by its position.
   *
   * @param actor who commented
   * @param post on what
   * @param phrase what it says, a position in the list
   * @param phrases all there are
   */
  record StockComments(int[] actor, int[] post, int[] phrase, List<String> phrases) {}

  /**
   * What another day called its groups.
   *
   * @param account number of each account that was in a group and is still known
   * @param name of its group, beside it
   * @param groups what each name stood for
   */
  record NamesBefore(int[] account, List<String> name, Map<String, Named> groups) {}

  /**
   * @param size accounts that were in the group
   * @param since day since 1970 on which it got its name
   */
  record Named(int size, long since) {}
}

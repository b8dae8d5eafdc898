package io.assay.workbench.worlds;

import io.assay.contracts.UserError;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Into how many deliveries a crawl is cut: one, or one a day, numbered from 0. What happened before
 * the first day is in the first. The crawler is at an account at the end of each day, and on the
 * last day when the world says that it was last seen.
 */
final class Deliveries implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Society society;
  private final int count;

  private Deliveries(Society society, int count) {
    this.society = society;
    this.count = count;
  }

  /** Everything at once, on the day of the crawl. */
  static Deliveries one(Society society) {
    return new Deliveries(society, 1);
  }

  /**
   * One a day, the last on the day of the crawl.
   *
   * @throws UserError if the world has not so many days
   */
  static Deliveries daily(Society society, long days) {
    int most = society.world().population.days();
    if (days < 1 || days > most) {
      throw new UserError(
          "--days " + days + " is not possible: the world has " + most + " days",
          "Give a number from 1 to " + most + ".");
    }
    return new Deliveries(society, (int) days);
  }

  int count() {
    return count;
  }

  int last() {
    return count - 1;
  }

  List<LocalDate> dates() {
    LocalDate crawl = LocalDate.ofEpochDay(society.crawlDay() / People.DAY);
    return IntStream.range(0, count).mapToObj(i -> crawl.minusDays(last() - i)).toList();
  }

  /** First second of a delivery's day. */
  long start(int delivery) {
    return society.crawlDay() - (last() - delivery) * People.DAY;
  }

  /** The delivery of the day on which something happened. */
  int of(long second) {
    long back = Math.floorDiv(society.crawlDay() - second + People.DAY - 1, People.DAY);
    return (int) Math.max(0, Math.min(last(), last() - back));
  }

  /** The delivery that an engagement is in: that of its time as the crawl knows it. */
  int of(Engagement done) {
    return of(occurred(done));
  }

  /** When an engagement happened, as the crawl knows it: blurred where a crawl was batched. */
  long occurred(Engagement done) {
    int author = society.timeline().author(done.post());
    long crawled = society.nextSnapshot(author, done.second());
    return Math.min(rounded(done.second(), society.batchSeconds(author)), crawled);
  }

  /** Up to the next multiple: a batch cannot hold what has not happened yet. */
  static long rounded(long second, int batch) {
    return (second + batch - 1) / batch * batch;
  }

  /** When an account and its posts were seen for a delivery. */
  long sight(int account, int delivery) {
    return delivery == last() ? society.seen(account) : start(delivery) + People.DAY - 1;
  }

  /** When something that happened to an account was seen that is in a delivery. */
  long sight(int account, long second, int delivery) {
    return Math.min(society.nextSnapshot(account, second), sight(account, delivery));
  }

  /**
   * Whether an account's profile is in a delivery: everybody's in the first and the last, creators'
   * every day, others' as often as in one delivery.
   */
  boolean sees(int account, int delivery) {
    return delivery == 0
        || account < society.cast().layout().creators()
        || (last() - delivery) % society.world().crawl.snapshotDays() == 0;
  }
}

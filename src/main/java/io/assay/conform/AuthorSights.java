package io.assay.conform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Whom the sights of one post name as its author and as its co-authors. A post that several
 * accounts publish together is seen in the feed of each, with each as its author: its owner is the
 * one whom no sight but its own names as a co-author, of several the one seen last; where all are
 * named, or none, it is the author seen last.
 *
 * <p>What is said is known by the time at which it was last said, so that a row of an earlier state
 * stands for its sights.
 */
final class AuthorSights {
  private static final int FIELDS = 3;

  private final StateColumns columns;
  private final Map<UTF8String, NamedAuthor> people = new LinkedHashMap<>();

  /** One account, and when it was last seen as what. */
  private static final class NamedAuthor {
    private final UTF8String id;
    private long authorAt = StateColumns.NEVER;
    private int place;
    private long namedAt = StateColumns.NEVER;

    NamedAuthor(UTF8String id) {
      this.id = id;
    }

    boolean isAuthor() {
      return authorAt != StateColumns.NEVER;
    }

    boolean isNamed() {
      return namedAt != StateColumns.NEVER;
    }

    private GenericInternalRow row() {
      return new GenericInternalRow(
          new Object[] {id, isAuthor() ? authorAt : null, isNamed() ? namedAt : null});
    }
  }

  AuthorSights(StateColumns columns) {
    this.columns = columns;
  }

  /**
   * @param sight of a delivery, or a row of an earlier state
   * @param namedAt when its co-authors were named
   * @param place which of the sights at one time it is: the higher, the later delivered
   */
  void add(InternalRow sight, long namedAt, int place) {
    if (!sight.isNullAt(columns.authors())) {
      addListed(sight.getArray(columns.authors()), place);
      return;
    }
    UTF8String author = sight.getUTF8String(columns.author());
    author(author, sight.getLong(columns.seenAt()), place);
    if (!sight.isNullAt(columns.coAuthors())) {
      ArrayData named = sight.getArray(columns.coAuthors());
      for (int i = 0; i < named.numElements(); i++) {
        if (!named.isNullAt(i) && !named.getUTF8String(i).equals(author)) {
          named(named.getUTF8String(i), namedAt);
        }
      }
    }
  }

  /** The list of a state, in which those at one time stand in the order of their places. */
  private void addListed(ArrayData listed, int place) {
    int size = listed.numElements();
    for (int i = 0; i < size; i++) {
      InternalRow said = listed.getStruct(i, FIELDS);
      if (!said.isNullAt(1)) {
        author(said.getUTF8String(0), said.getLong(1), place + size - i);
      }
      if (!said.isNullAt(2)) {
        named(said.getUTF8String(0), said.getLong(2));
      }
    }
  }

  private NamedAuthor person(UTF8String id) {
    NamedAuthor known = people.get(id);
    if (known == null) {
      known = new NamedAuthor(id.copy());
      people.put(known.id, known);
    }
    return known;
  }

  private void author(UTF8String id, long time, int place) {
    NamedAuthor person = person(id);
    if (time > person.authorAt || time == person.authorAt && place > person.place) {
      person.authorAt = time;
      person.place = place;
    }
  }

  private void named(UTF8String id, long time) {
    NamedAuthor person = person(id);
    person.namedAt = Math.max(person.namedAt, time);
  }

  /** Forgets what was said before a time, unless the newest sight says it. */
  void expire(long keptFrom, long newest) {
    for (NamedAuthor person : people.values()) {
      person.authorAt = stands(person.authorAt, keptFrom, newest);
      person.namedAt = stands(person.namedAt, keptFrom, newest);
    }
    people.values().removeIf(person -> !person.isAuthor() && !person.isNamed());
  }

  private static long stands(long time, long keptFrom, long newest) {
    return time >= keptFrom || time == newest ? time : StateColumns.NEVER;
  }

  UTF8String owner() {
    return ownerOf(byTime()).id;
  }

  long ownerSeenAt() {
    return ownerOf(byTime()).authorAt;
  }

  private static NamedAuthor ownerOf(List<NamedAuthor> lastFirst) {
    return lastFirst.stream().filter(p -> !p.isNamed()).findFirst().orElse(lastFirst.get(0));
  }

  private List<NamedAuthor> byTime() {
    return people.values().stream()
        .filter(NamedAuthor::isAuthor)
        .sorted(
            Comparator.<NamedAuthor>comparingLong(p -> p.authorAt)
                .thenComparingInt(p -> p.place)
                .reversed())
        .toList();
  }

  /**
   * What the list says that the row's other columns do not; null where they say all.
   *
   * @param coAuthors of the row, which are null or an array
   * @param namedAt when these were named
   */
  Object listed(Object coAuthors, long namedAt) {
    List<NamedAuthor> authors = byTime();
    if (authors.size() == 1 && areThose(coAuthors, namedAt, authors.get(0).id)) {
      return null;
    }
    List<NamedAuthor> all = new ArrayList<>(authors);
    people.values().stream()
        .filter(person -> !person.isAuthor())
        .sorted(Comparator.comparing(person -> person.id))
        .forEach(all::add);
    return new GenericArrayData(all.stream().map(NamedAuthor::row).toArray());
  }

  /** Whether those who are named are the ones that the row shows, at their time. */
  private boolean areThose(Object coAuthors, long namedAt, UTF8String author) {
    long named = people.values().stream().filter(NamedAuthor::isNamed).count();
    if (coAuthors == null) {
      return named == 0;
    }
    ArrayData shown = (ArrayData) coAuthors;
    long found =
        people.values().stream()
            .filter(p -> p.namedAt == namedAt && !p.id.equals(author) && holds(shown, p.id))
            .count();
    return found == named;
  }

  private static boolean holds(ArrayData ids, UTF8String id) {
    for (int i = 0; i < ids.numElements(); i++) {
      if (!ids.isNullAt(i) && ids.getUTF8String(i).equals(id)) {
        return true;
      }
    }
    return false;
  }

  void clear() {
    people.clear();
  }
}

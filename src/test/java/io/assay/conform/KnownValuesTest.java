package io.assay.conform;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sights drawn at random, some late, many at one time, thin ones among them: whichever of them an
 * earlier state stands for, the next state is the same. Time is counted in days; what a stage would
 * compute is made up here, of the same columns.
 */
class KnownValuesTest {
  private static final int DAYS = 9;
  private static final int WINDOW = 6;
  private static final int KEEP = 4;

  /**
   * @param delivered when, and later of one time in the order of their numbers
   */
  private record Delivered(int day, int number, Object[] values) {}

  @ParameterizedTest
  @ValueSource(strings = {"account", "post"})
  void aStateStandsForTheSightsItIsMadeOf(String name) {
    Table table = name.equals("post") ? SilverTables.POST : SilverTables.ACCOUNT;
    StateColumns columns = StateColumns.of(table);
    Random random = new Random(5);
    int olderValues = 0;
    int severalAuthors = 0;
    for (int history = 0; history < 3_000; history++) {
      List<Delivered> sights = sights(columns, random);
      Object[] carried = null;
      int carriedOn = 0;
      for (int day = 1; day <= DAYS; day++) {
        // Not every day has a run.
        if (random.nextInt(4) == 0) {
          continue;
        }
        Object[] scratch = state(columns, sights, null, 0, day);
        Object[] next = state(columns, sights, carried, carriedOn, day);
        assertThat(text(next)).as("history %s day %s", history, day).isEqualTo(text(scratch));
        olderValues += scratch != null && scratch[columns.knownAt()] != null ? 1 : 0;
        boolean lists =
            columns.authors() >= 0 && scratch != null && scratch[columns.authors()] != null;
        severalAuthors += lists ? 1 : 0;
        carried = next;
        carriedOn = day;
      }
    }
    assertThat(olderValues).as("states that keep something").isGreaterThan(1_000);
    if (columns.authors() >= 0) {
      assertThat(severalAuthors).as("states that list authors").isGreaterThan(1_000);
    }
  }

  private static List<Delivered> sights(StateColumns columns, Random random) {
    List<Delivered> sights = new ArrayList<>();
    int count = 1 + random.nextInt(7);
    double density = random.nextDouble();
    for (int number = 0; number < count; number++) {
      int day = 1 + random.nextInt(DAYS);
      Object[] values = new Object[columns.size()];
      for (int i = 0; i < values.length; i++) {
        boolean isOfState = i == columns.knownAt() || i == columns.authors();
        if (!isOfState && (!columns.isKept(i) || random.nextDouble() < density)) {
          values[i] = value(columns.schema().apply(i).dataType(), random.nextInt(3));
        }
      }
      values[columns.seenAt()] = (long) Math.max(0, day - random.nextInt(5));
      if (columns.likes() >= 0) {
        if (Boolean.TRUE.equals(values[columns.likesHidden()])) {
          values[columns.likes()] = null;
        } else if (values[columns.likes()] != null) {
          values[columns.likesHidden()] = false;
        }
      }
      sights.add(new Delivered(day, number, values));
    }
    return sights;
  }

  /** The state of a day, out of all sights or of an earlier state and the sights since. */
  private static Object[] state(
      StateColumns columns, List<Delivered> sights, Object[] earlier, int earlierDay, int day) {
    int windowStart = day - WINDOW + 1;
    List<Delivered> seen =
        new ArrayList<>(
            sights.stream().filter(s -> s.day() > earlierDay && s.day() <= day).toList());
    Delivered held = earlier == null ? null : new Delivered(earlierDay, -1, earlier);
    if (held != null) {
      seen.add(held);
    }
    seen.removeIf(s -> time(columns, s) < windowStart);
    seen.sort(
        Comparator.<Delivered>comparingLong(s -> time(columns, s))
            .thenComparing(Delivered::day)
            .thenComparing(Delivered::number)
            .reversed());
    if (seen.isEmpty()) {
      return null;
    }
    MergeSights merge = new MergeSights(columns, day - KEEP + 1);
    InternalRow merged = null;
    for (int i = 0; i < seen.size(); i++) {
      Delivered sight = seen.get(i);
      merged =
          merge.call(
              new GenericInternalRow(
                  new Object[] {
                    new GenericInternalRow(sight.values()), sight == held, i == seen.size() - 1
                  }));
      assertThat(merged == null).isEqualTo(i < seen.size() - 1);
    }
    Object[] state = new Object[columns.size()];
    for (int i = 0; i < state.length; i++) {
      state[i] = merged.get(i, columns.schema().apply(i).dataType());
    }
    return computed(columns, state);
  }

  /** What is made of other columns depends on nothing but these. */
  private static Object[] computed(StateColumns columns, Object[] state) {
    Object[] filled = state.clone();
    for (int i = 0; i < filled.length; i++) {
      int[] sources = columns.madeOf(i);
      boolean isKnown = Arrays.stream(sources).allMatch(s -> state[s] != null);
      if (state[i] == null && sources.length > 0 && isKnown) {
        int hash = Objects.hash(IntStream.of(sources).mapToObj(s -> text(state[s])).toArray());
        filled[i] = value(columns.schema().apply(i).dataType(), 3 + Math.floorMod(hash, 5));
      }
    }
    return filled;
  }

  private static long time(StateColumns columns, Delivered sight) {
    return (Long) sight.values()[columns.seenAt()];
  }

  private static Object value(DataType type, int number) {
    if (type.equals(DataTypes.BooleanType)) {
      return number % 2 == 1;
    }
    if (type.equals(DataTypes.IntegerType) || type.equals(DataTypes.DateType)) {
      return number;
    }
    if (type.equals(DataTypes.DoubleType)) {
      return (double) number;
    }
    if (type instanceof ArrayType) {
      return new GenericArrayData(new Object[] {UTF8String.fromString("v" + number)});
    }
    return type.equals(DataTypes.StringType) ? UTF8String.fromString("v" + number) : (long) number;
  }

  private static String text(Object value) {
    if (value instanceof Object[] row) {
      return Arrays.stream(row).map(KnownValuesTest::text).toList().toString();
    }
    return String.valueOf(value);
  }
}

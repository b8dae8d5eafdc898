package io.assay.statistics;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.XXH64;

/**
 * Who engaged each object and what each actor engaged, as primitive arrays in both directions
 * (compressed sparse rows), so that an actor's partners are counted without writing a pair. Objects
 * that more than a cap engaged list a repeatable sample of actors, chosen by hash.
 */
public final class EngagementIndex implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long SAMPLE = 17;

  /** Hashes of the actors, ascending; an actor's number is its position here. */
  private final long[] actors;

  private final int[] objectStarts;
  private final int[] entryActors;
  private final long[] entryValues;
  private final int[] entryObjects;
  private final int[] actorStarts;
  private final int[] actorEntries;
  private final int[] actorObjects;
  private final double[] actorNorms;
  private final int[] objectActors;

  /**
   * @param objects hashes, ascending
   * @param actorsOf hash of the actor of each
   * @param values ascending within an object
   * @param cap actors that an object lists at most
   */
  public EngagementIndex(long[] objects, long[] actorsOf, long[] values, int cap) {
    actors = distinct(actorsOf);
    int[] number = new int[objects.length];
    int objectCount = 0;
    int[] starts = new int[objects.length + 1];
    for (int i = 0; i < objects.length; i++) {
      number[i] = Arrays.binarySearch(actors, actorsOf[i]);
      if (i == 0 || objects[i] != objects[i - 1]) {
        starts[objectCount++] = i;
      }
    }
    starts[objectCount] = objects.length;
    objectStarts = new int[objectCount + 1];
    objectActors = new int[objectCount];
    actorObjects = new int[actors.length];
    actorNorms = new double[actors.length];
    entryActors = new int[objects.length];
    entryValues = new long[objects.length];
    entryObjects = new int[objects.length];
    int[] lastObject = new int[actors.length];
    Arrays.fill(lastObject, -1);
    int kept = 0;
    for (int o = 0; o < objectCount; o++) {
      objectStarts[o] = kept;
      int engaged = 0;
      for (int i = starts[o]; i < starts[o + 1]; i++) {
        if (lastObject[number[i]] != o) {
          lastObject[number[i]] = o;
          actorObjects[number[i]]++;
          engaged++;
        }
      }
      objectActors[o] = engaged;
      long last = engaged <= cap ? Long.MAX_VALUE : sampleEnd(actorsOf, starts, o, engaged, cap);
      double idf = Math.log((double) actors.length / engaged);
      for (int i = starts[o]; i < starts[o + 1]; i++) {
        double weight = values[i] * idf;
        actorNorms[number[i]] += weight * weight;
        if (XXH64.hashLong(actorsOf[i], SAMPLE) <= last) {
          entryActors[kept] = number[i];
          entryValues[kept] = values[i];
          entryObjects[kept++] = o;
        }
      }
    }
    objectStarts[objectCount] = kept;
    actorStarts = new int[actors.length + 1];
    actorEntries = transposed(kept);
  }

  private static long[] distinct(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[n++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, n);
  }

  /** The hash of the last actor of an object's sample. */
  private static long sampleEnd(long[] actorsOf, int[] starts, int o, int engaged, int cap) {
    long[] hashes =
        Arrays.stream(actorsOf, starts[o], starts[o + 1])
            .distinct()
            .map(actor -> XXH64.hashLong(actor, SAMPLE))
            .sorted()
            .toArray();
    return hashes[Math.min(cap, engaged) - 1];
  }

  /** Entries by actor, each actor's in the order of the objects. */
  private int[] transposed(int entries) {
    for (int i = 0; i < entries; i++) {
      actorStarts[entryActors[i] + 1]++;
    }
    for (int a = 0; a < actors.length; a++) {
      actorStarts[a + 1] += actorStarts[a];
    }
    int[] next = Arrays.copyOf(actorStarts, actors.length);
    int[] byActor = new int[entries];
    for (int i = 0; i < entries; i++) {
      byActor[next[entryActors[i]]++] = i;
    }
    return byActor;
  }

  public int actors() {
    return actors.length;
  }

  /** The hash of an actor. */
  long actor(int number) {
    return actors[number];
  }

  /** How many objects an actor engaged, those included that list it not. */
  public int objectsOf(int actor) {
    return actorObjects[actor];
  }

  /** How many actors engaged an object, those included that it lists not. */
  public int actorsOf(int object) {
    return objectActors[object];
  }

  /** Length of an actor's vector of value x ln(actors / actors of the object). */
  public double normOf(int actor) {
    return Math.sqrt(actorNorms[actor]);
  }

  /** First of an actor's entries, for {@link #entry}. */
  public int firstOf(int actor) {
    return actorStarts[actor];
  }

  public int endOf(int actor) {
    return actorStarts[actor + 1];
  }

  /** Position of an actor's entry among those of its object. */
  public int entry(int ofActor) {
    return actorEntries[ofActor];
  }

  public int firstIn(int object) {
    return objectStarts[object];
  }

  public int endIn(int object) {
    return objectStarts[object + 1];
  }

  public int actorAt(int entry) {
    return entryActors[entry];
  }

  public int objectAt(int entry) {
    return entryObjects[entry];
  }

  public long valueAt(int entry) {
    return entryValues[entry];
  }
}

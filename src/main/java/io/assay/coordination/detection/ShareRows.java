package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers who shared which objects, in whatever order it comes. */
final class ShareRows {
  private final List<SharedObject> objects = new ArrayList<>();
  private final LongList sharers = new LongList();
  private final LongList shared = new LongList();
  private final LongList messages = new LongList();
  private final LongList sharedAt = new LongList();

  private record SharedObject(long key, String id) {}

  void object(long key, String id) {
    objects.add(new SharedObject(key, id));
  }

  /**
   * @param at milliseconds since 1970
   */
  void share(long account, long object, long message, long at) {
    sharers.add(account);
    shared.add(object);
    messages.add(message);
    sharedAt.add(at);
  }

  int size() {
    return sharers.size();
  }

  /**
   * The shares by numbers of accounts and objects, those in the order of their keys.
   *
   * @param keys of the accounts by number
   */
  SharedObjects build(long[] keys, KeyNumbers numbers, LockstepRules lockstep) {
    objects.sort(Comparator.comparingLong(SharedObject::key));
    long[] objectKeys = objects.stream().mapToLong(SharedObject::key).toArray();
    KeyNumbers ofObject = new KeyNumbers(objectKeys);
    SharedObjectsBuilder builder = new SharedObjectsBuilder(keys, objectKeys);
    for (int i = 0; i < sharers.size(); i++) {
      builder.add(
          numbers.of(sharers.get(i)), ofObject.of(shared.get(i)), messages.get(i), sharedAt.get(i));
    }
    return builder.build(lockstep);
  }

  /** Ids of the objects, by number once they are built. */
  List<String> objectIds() {
    return objects.stream().map(SharedObject::id).toList();
  }
}

package io.assay.coordination.detection;

/** What a group is, if it is one by agreement. */
enum GroupKind {
  /** Creators who engage each other's posts. */
  POD,
  /** Accounts that hit others' posts. */
  FARM
}
